import clsx from 'clsx';
import { Info, TriangleAlert } from 'lucide-react';
import { Tooltip } from '#renderer/ui/tooltip.tsx';
import type { SigningMark } from './lint-request.ts';
import styles from './row-table.module.css';

interface LineMarkProps {
  readonly marks: readonly SigningMark[];
  /** The name of the row. */
  readonly title: string;
}

/** A sign in the gutter of a row; what it means stands in its tooltip and its name. */
export function LineMark({ marks, title }: LineMarkProps) {
  const sentences = marks.map(({ sentence }) => sentence).join(' ');
  const isInfo = marks.every(({ effect }) => effect === 'reordered' || effect === 'misread');
  const Icon = isInfo ? Info : TriangleAlert;
  return (
    <Tooltip label={sentences}>
      <button type="button" className={clsx(styles.mark, isInfo && styles.info)} aria-label={`${title}: ${sentences}`}>
        <Icon size={13} strokeWidth={2} aria-hidden />
      </button>
    </Tooltip>
  );
}
