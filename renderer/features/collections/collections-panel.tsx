import { FolderOpen, ListCollapse, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Collection } from '#shared/domain/collection/collection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { FilterInput, Panel } from '#renderer/ui/panel.tsx';
import { CollectionTreeRow } from './collection-tree-row.tsx';
import { rowKey, visibleRows, type CollectionRow } from './collection-rows.ts';
import styles from './collections-panel.module.css';
import { useTreeKeys } from './use-tree-keys.ts';

interface RequestLocation {
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

/** The tree of saved requests. */
export function CollectionsPanel({ collections, active, newKeys, onOpen, onNew, onRemove }: CollectionsPanelProps) {
  const [filter, setFilter] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => visibleRows(collections, { closed, filter }), [collections, closed, filter]);
  const activeKey = active ? rowKey(active.collectionId, active.path) : null;
  const toggle = (row: CollectionRow, isOpen: boolean) => {
    setClosed(isOpen ? new Set([...closed].filter((key) => key !== row.key)) : new Set([...closed, row.key]));
  };
  const act = (row: CollectionRow) => {
    if (row.kind === 'request') onOpen(row);
    else toggle(row, !row.isOpen);
  };
  const { tree, stop, focusRow, keepFocus, onKeyDown } = useTreeKeys({
    rows,
    activeKey,
    onAct: act,
    onToggle: toggle,
    onRemove,
  });
  const closeAll = () => {
    setClosed(new Set(rows.filter(({ kind }) => kind !== 'request').map(({ key }) => key)));
  };

  return (
    <Panel
      title="Collections"
      actions={
        <>
          <IconButton icon={ListCollapse} label="Close all folders" onClick={closeAll} />
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
        <Nothing isFiltered={filter !== ''} onShowAll={() => setFilter('')} onNew={onNew} />
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
                keepFocus(row.key);
                act(row);
              }}
              onRemove={() => onRemove(row)}
            />
          ))}
        </div>
      )}
      <Problems collections={collections} />
    </Panel>
  );
}

interface NothingProps {
  readonly isFiltered: boolean;
  readonly onShowAll: () => void;
  readonly onNew: () => void;
}

const Nothing = ({ isFiltered, onShowAll, onNew }: NothingProps) =>
  isFiltered ? (
    <EmptyState sentence="No saved request goes by that name." action={<Button onClick={onShowAll}>Show all</Button>} />
  ) : (
    <EmptyState
      icon={FolderOpen}
      sentence="Requests that you save stand here, as plain files that you can put under git."
      action={<Button onClick={onNew}>New request</Button>}
    />
  );

/** The files that could not be read; the rest of their collection works. */
const Problems = ({ collections }: { readonly collections: readonly Collection[] }) =>
  collections
    .flatMap(({ problems }) => problems)
    .map(({ path, message }) => (
      <p key={path} className={styles.problem}>
        <span>
          <b>{path}</b> {message}
        </span>
      </p>
    ));
