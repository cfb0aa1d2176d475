import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './icon-button.module.css';
import { Tooltip } from './tooltip.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: LucideIcon;
  readonly label: string;
  /** Shown after the label in the tooltip. */
  readonly keys?: string;
  readonly size?: number;
}

/** An icon that acts: its label is its accessible name and its tooltip. */
export function IconButton({ icon: Icon, label, keys, size = 15, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} {...(keys ? { keys } : {})}>
      <button type="button" aria-label={label} className={clsx(styles.button, className)} {...rest}>
        <Icon size={size} strokeWidth={1.75} aria-hidden />
      </button>
    </Tooltip>
  );
}
