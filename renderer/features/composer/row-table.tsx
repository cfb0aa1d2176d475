// The table of parameters and of headers: rows keep their order, can be switched off, moved and removed, and the empty
// row at the end becomes a new one as soon as something is typed into it.
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { SigningMark } from './lint-request.ts';
import { moveRow } from './move-row.ts';
import styles from './row-table.module.css';
import { TableLine, type Column, type TableRow } from './table-line.tsx';

const noMarks: readonly SigningMark[] = [];

interface RowTableProps {
  /** What a row is, as in “parameter”. */
  readonly noun: string;
  readonly rows: readonly TableRow[];
  readonly scope: ReadonlyMap<string, string>;
  readonly onChange: (rows: readonly TableRow[]) => void;
  readonly suggestions?: readonly string[];
  /** What there is to say of single rows, in the gutter. */
  readonly marks?: readonly SigningMark[];
}

export function RowTable({ noun, rows, scope, onChange, suggestions, marks = noMarks }: RowTableProps) {
  const table = useRef<HTMLTableElement>(null);
  const wanted = useRef<{ row: number; column: Column } | null>(null);
  useEffect(() => {
    if (!wanted.current) return;
    focusCell(table.current, wanted.current.row, wanted.current.column);
    wanted.current = null;
  }, [rows]);

  const edit = (index: number, change: Partial<TableRow>) => {
    const row = rows[index];
    if (row) onChange(rows.with(index, { ...row, ...change }));
    else onChange([...rows, { name: '', value: '', isEnabled: true, ...change }]);
  };
  const move = (index: number, step: number, column: Column = 'name') => {
    wanted.current = { row: index + step, column };
    onChange(moveRow(rows, index, step));
  };
  const remove = (index: number) => {
    onChange(rows.toSpliced(index, 1));
  };
  const onKeyDown = (event: KeyboardEvent, index: number, column: Column) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step !== 0 && event.altKey) move(index, step, column);
    else if (step !== 0) focusCell(table.current, index + step, column);
    else if (event.key === 'Enter') focusCell(table.current, index + 1, 'name');
    else if (event.key === 'Delete' && event.altKey) remove(index);
    else return;
    event.preventDefault();
  };
  const listId = suggestions ? `${noun}-names` : undefined;

  return (
    <>
      <table ref={table} className={styles.table}>
        <TableHead />
        <tbody>
          {[...rows, null].map((row, index) => (
            <TableLine
              key={index}
              noun={noun}
              row={row}
              marks={row ? marks.filter(({ rowIndex }) => rowIndex === index) : noMarks}
              index={index}
              isLast={index === rows.length - 1}
              scope={scope}
              listId={listId}
              onEdit={(change) => {
                edit(index, change);
              }}
              onMove={(step) => {
                move(index, step);
              }}
              onRemove={() => {
                remove(index);
              }}
              onKeyDown={onKeyDown}
            />
          ))}
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

const TableHead = () => (
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
);

function focusCell(table: HTMLTableElement | null, row: number, column: Column): void {
  table?.querySelector<HTMLInputElement>(`[data-cell="${row}-${column}"]`)?.focus();
}
