// The table of parameters and of headers: rows keep their order, can be switched off, moved and removed, and the empty
// row at the end becomes a new one as soon as something is typed into it.
import clsx from 'clsx';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { WireText } from '#renderer/editor/wire-text.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { MarkedInput } from '#renderer/ui/marked-input.tsx';
import { moveRow } from './move-row.ts';
import styles from './row-table.module.css';

export interface TableRow {
  readonly name: string;
  readonly value: string | null;
  readonly isEnabled: boolean;
}

interface RowTableProps {
  /** What a row is, as in “parameter”. */
  readonly noun: string;
  readonly rows: readonly TableRow[];
  readonly scope: ReadonlyMap<string, string>;
  readonly onChange: (rows: readonly TableRow[]) => void;
  readonly suggestions?: readonly string[];
}

type Column = 'name' | 'value';

export function RowTable({ noun, rows, scope, onChange, suggestions }: RowTableProps) {
  const table = useRef<HTMLTableElement>(null);
  const wanted = useRef<{ row: number; column: Column } | null>(null);
  useEffect(() => {
    if (!wanted.current) return;
    focusCell(table.current, wanted.current.row, wanted.current.column);
    wanted.current = null;
  }, [rows]);

  const draw = (text: string) => <WireText text={text} scope={scope} />;
  const edit = (index: number, change: Partial<TableRow>) => {
    const row = rows[index];
    if (row) onChange(rows.with(index, { ...row, ...change }));
    else onChange([...rows, { name: '', value: '', isEnabled: true, ...change }]);
  };
  const move = (index: number, step: number, column: Column) => {
    wanted.current = { row: index + step, column };
    onChange(moveRow(rows, index, step));
  };
  const onKeyDown = (event: React.KeyboardEvent, index: number, column: Column) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step !== 0 && event.altKey) move(index, step, column);
    else if (step !== 0) focusCell(table.current, index + step, column);
    else if (event.key === 'Enter') focusCell(table.current, index + 1, 'name');
    else if (event.key === 'Delete' && event.altKey) onChange(rows.toSpliced(index, 1));
    else return;
    event.preventDefault();
  };
  const listId = suggestions ? `${noun}-names` : undefined;

  return (
    <>
      <table ref={table} className={styles.table}>
        <thead>
          <tr>
            <th className={styles.check}>
              <span className="visually-hidden">Sent</span>
            </th>
            <th className={styles.name}>name</th>
            <th>value</th>
            <th className={styles.end}>
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {[...rows, null].map((row, index) => {
            const title = row?.name || `${noun} ${index + 1}`;
            return (
              <tr key={index} className={clsx(row && !row.isEnabled && styles.off)}>
                <td className={styles.check}>
                  {row && (
                    <Checkbox
                      label={`Send ${title}`}
                      isChecked={row.isEnabled}
                      onChange={(isEnabled) => edit(index, { isEnabled })}
                    />
                  )}
                </td>
                {(['name', 'value'] as const).map((column) => (
                  <td key={column}>
                    <div className={styles.cell}>
                      <MarkedInput
                        aria-label={
                          row
                            ? `${column === 'name' ? 'Name' : 'Value'} of ${noun} ${index + 1}`
                            : `New ${noun} ${column}`
                        }
                        data-cell={`${index}-${column}`}
                        placeholder={row ? '' : column === 'name' ? `Add ${noun}` : ''}
                        value={row?.[column] ?? ''}
                        draw={draw}
                        list={column === 'name' ? listId : undefined}
                        onChange={(text) => edit(index, { [column]: text })}
                        onKeyDown={(event) => onKeyDown(event, index, column)}
                      />
                    </div>
                  </td>
                ))}
                <td className={styles.end}>
                  {row && (
                    <>
                      <IconButton
                        icon={ArrowUp}
                        size={13}
                        label={`Move ${title} up`}
                        keys="Alt ↑"
                        disabled={index === 0}
                        onClick={() => move(index, -1, 'name')}
                      />
                      <IconButton
                        icon={ArrowDown}
                        size={13}
                        label={`Move ${title} down`}
                        keys="Alt ↓"
                        disabled={index === rows.length - 1}
                        onClick={() => move(index, 1, 'name')}
                      />
                      <IconButton
                        icon={X}
                        size={14}
                        label={`Remove ${title}`}
                        keys="Alt Del"
                        onClick={() => onChange(rows.toSpliced(index, 1))}
                      />
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {listId && (
        <datalist id={listId}>
          {suggestions?.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </>
  );
}

function focusCell(table: HTMLTableElement | null, row: number, column: Column): void {
  table?.querySelector<HTMLInputElement>(`[data-cell="${row}-${column}"]`)?.focus();
}
