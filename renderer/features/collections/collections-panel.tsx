import { FolderOpen, ListCollapse, Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Collection } from '#shared/domain/collection/collection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { FilterInput, Panel } from '#renderer/ui/panel.tsx';
import { CollectionTreeRow } from './collection-tree-row.tsx';
import { rowKey, visibleRows, type CollectionRow } from './collection-rows.ts';
import styles from './collections-panel.module.css';

export interface RequestLocation {
  readonly collectionId: string;
  readonly path: string;
}

interface CollectionsPanelProps {
  readonly collections: readonly Collection[];
  /** The file that the active tab shows. */
  readonly active: RequestLocation | null;
  readonly newKeys: string | undefined;
  readonly onOpen: (location: RequestLocation) => void;
  readonly onNew: () => void;
  readonly onRemove: (location: RequestLocation & { readonly name: string }) => void;
}

/** The tree of saved requests. Arrows move, → and ← open and close, Enter opens, Delete removes. */
export function CollectionsPanel({ collections, active, newKeys, onOpen, onNew, onRemove }: CollectionsPanelProps) {
  const [filter, setFilter] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => visibleRows(collections, closed, filter), [collections, closed, filter]);
  const activeKey = active ? rowKey(active.collectionId, active.path) : null;
  const stop = [focused, activeKey].find((key) => rows.some((row) => row.key === key)) ?? rows[0]?.key;

  const toggle = (row: CollectionRow, isOpen = !row.isOpen) => {
    const next = new Set(closed);
    if (isOpen) next.delete(row.key);
    else next.add(row.key);
    setClosed(next);
  };
  const act = (row: CollectionRow) => (row.kind === 'request' ? onOpen(row) : toggle(row));
  const focusRow = (row: CollectionRow | undefined) => {
    if (!row) return;
    setFocused(row.key);
    tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row.key)}"]`)?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const at = rows.findIndex((row) => row.key === stop);
    const row = rows[at];
    if (!row || event.target instanceof HTMLButtonElement) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focusRow(rows[at + 1]),
      ArrowUp: () => focusRow(rows[at - 1]),
      Home: () => focusRow(rows[0]),
      End: () => focusRow(rows.at(-1)),
      ArrowRight: () => (row.kind !== 'request' && !row.isOpen ? toggle(row, true) : focusRow(rows[at + 1])),
      ArrowLeft: () =>
        row.kind !== 'request' && row.isOpen
          ? toggle(row, false)
          : focusRow(rows.slice(0, at).findLast((other) => other.depth < row.depth)),
      Enter: () => act(row),
      ' ': () => act(row),
      Delete: () => row.kind === 'request' && onRemove(row),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  const problems = collections.flatMap(({ problems: list }) => list);

  return (
    <Panel
      title="Collections"
      actions={
        <>
          <IconButton
            icon={ListCollapse}
            label="Close all folders"
            onClick={() => setClosed(new Set(rows.filter(({ kind }) => kind !== 'request').map(({ key }) => key)))}
          />
          <IconButton icon={Plus} label="New request" {...(newKeys ? { keys: newKeys } : {})} onClick={onNew} />
        </>
      }
    >
      <FilterInput
        label="Filter requests"
        value={filter}
        onChange={setFilter}
        onLeave={() => focusRow(rows.find(({ kind }) => kind === 'request') ?? rows[0])}
      />
      {rows.length === 0 ? (
        filter ? (
          <EmptyState
            sentence="No saved request goes by that name."
            action={<Button onClick={() => setFilter('')}>Show all</Button>}
          />
        ) : (
          <EmptyState
            icon={FolderOpen}
            sentence="Requests that you save stand here, as plain files that you can put under git."
            action={<Button onClick={onNew}>New request</Button>}
          />
        )
      ) : (
        <div
          ref={tree}
          role="tree"
          aria-label="Collections"
          className={styles.tree}
          onKeyDown={onKeyDown}
          tabIndex={-1}
        >
          {rows.map((row) => (
            <CollectionTreeRow
              key={row.key}
              row={row}
              isSelected={row.key === activeKey}
              isTabStop={row.key === stop}
              onAct={() => {
                setFocused(row.key);
                act(row);
              }}
              onRemove={() => onRemove(row)}
            />
          ))}
          {problems.map(({ path, message }) => (
            <p key={path} className={styles.problem}>
              <span>
                <b>{path}</b> {message}
              </span>
            </p>
          ))}
        </div>
      )}
    </Panel>
  );
}
