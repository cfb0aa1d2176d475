import clsx from 'clsx';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { WireText } from '#renderer/editor/wire-text.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { MarkedInput } from '#renderer/ui/marked-input.tsx';
import { LineMark } from './line-mark.tsx';
import type { SigningMark } from './lint-request.ts';
import styles from './row-table.module.css';

export interface TableRow {
  readonly name: string;
  readonly value: string | null;
  readonly isEnabled: boolean;
}

export type Column = 'name' | 'value';

interface TableLineProps {
  readonly noun: string;
  /** Null for the empty line that becomes a new row. */
  readonly row: TableRow | null;
  readonly marks: readonly SigningMark[];
  readonly index: number;
  readonly isLast: boolean;
  readonly scope: ReadonlyMap<string, string>;
  readonly listId: string | undefined;
  readonly onEdit: (change: Partial<TableRow>) => void;
  readonly onMove: (step: number) => void;
  readonly onRemove: () => void;
  readonly onKeyDown: (event: KeyboardEvent, index: number, column: Column) => void;
}

const columns = [
  { column: 'name', title: 'Name' },
  { column: 'value', title: 'Value' },
] as const;

export function TableLine(props: TableLineProps) {
  const { noun, row, marks, index, scope, listId, onEdit, onKeyDown } = props;
  const title = row?.name || `${noun} ${index + 1}`;
  return (
    <tr className={clsx(row && !row.isEnabled && styles.off)}>
      <td className={styles.check}>
        {marks.length > 0 && <LineMark marks={marks} title={title} />}
        {row && (
          <Checkbox
            label={`Send ${title}`}
            isChecked={row.isEnabled}
            onChange={(isEnabled) => {
              onEdit({ isEnabled });
            }}
          />
        )}
      </td>
      {columns.map(({ column, title: heading }) => (
        <td key={column}>
          <div className={styles.cell}>
            <MarkedInput
              aria-label={row ? `${heading} of ${noun} ${index + 1}` : `New ${noun} ${column}`}
              data-cell={`${index}-${column}`}
              placeholder={!row && column === 'name' ? `Add ${noun}` : ''}
              value={row?.[column] ?? ''}
              draw={(text) => <WireText text={text} scope={scope} />}
              list={column === 'name' ? listId : undefined}
              onChange={(text) => {
                onEdit({ [column]: text });
              }}
              onKeyDown={(event) => {
                onKeyDown(event, index, column);
              }}
            />
          </div>
        </td>
      ))}
      <td className={styles.end}>{row && <LineActions {...props} title={title} />}</td>
    </tr>
  );
}

function LineActions({ title, index, isLast, onMove, onRemove }: TableLineProps & { readonly title: string }) {
  return (
    <span className={styles.actions}>
      <IconButton
        icon={ArrowUp}
        size={13}
        label={`Move ${title} up`}
        keys="Alt ↑"
        disabled={index === 0}
        onClick={() => {
          onMove(-1);
        }}
      />
      <IconButton
        icon={ArrowDown}
        size={13}
        label={`Move ${title} down`}
        keys="Alt ↓"
        disabled={isLast}
        onClick={() => {
          onMove(1);
        }}
      />
      <IconButton icon={X} size={14} label={`Remove ${title}`} keys="Alt Del" onClick={onRemove} />
    </span>
  );
}
