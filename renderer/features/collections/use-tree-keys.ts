import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { CollectionRow } from './collection-rows.ts';

interface TreeKeysOptions {
  readonly rows: readonly CollectionRow[];
  readonly activeKey: string | null;
  readonly onAct: (row: CollectionRow) => void;
  readonly onToggle: (row: CollectionRow, isOpen: boolean) => void;
  readonly onRemove: (row: CollectionRow) => void;
}

interface TreeKeys {
  readonly tree: RefObject<HTMLDivElement | null>;
  /** The key of the one row that Tab reaches. */
  readonly stop: string | undefined;
  readonly focusRow: (row: CollectionRow | undefined) => void;
  readonly keepFocus: (key: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The keyboard of a tree (WAI-ARIA practice): arrows move, → and ← open and close, Enter acts, Delete removes. */
export function useTreeKeys({ rows, activeKey, onAct, onToggle, onRemove }: TreeKeysOptions): TreeKeys {
  const tree = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const stop = [focused, activeKey].find((key) => rows.some((row) => row.key === key)) ?? rows[0]?.key;

  const focusRow = (row: CollectionRow | undefined) => {
    if (!row) return;
    setFocused(row.key);
    tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row.key)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = rows.findIndex((row) => row.key === stop);
    const row = rows[at];
    if (!row || event.target instanceof HTMLButtonElement) return;
    const isBranch = row.kind !== 'request';
    const parent = rows.slice(0, at).findLast((other) => other.depth < row.depth);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focusRow(rows[at + 1]),
      ArrowUp: () => focusRow(rows[at - 1]),
      Home: () => focusRow(rows[0]),
      End: () => focusRow(rows.at(-1)),
      ArrowRight: () => (isBranch && !row.isOpen ? onToggle(row, true) : focusRow(rows[at + 1])),
      ArrowLeft: () => (isBranch && row.isOpen ? onToggle(row, false) : focusRow(parent)),
      Enter: () => onAct(row),
      ' ': () => onAct(row),
      Delete: () => {
        if (!isBranch) onRemove(row);
      },
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  return { tree, stop: stop ?? undefined, focusRow, keepFocus: setFocused, onKeyDown };
}
