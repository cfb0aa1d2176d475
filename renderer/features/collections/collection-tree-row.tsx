import { ChevronRight, Trash2 } from 'lucide-react';
import type { CSSProperties } from 'react';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { MethodLabel } from '#renderer/ui/method-label.tsx';
import type { CollectionRow } from './collection-rows.ts';
import styles from './collections-panel.module.css';

interface CollectionTreeRowProps {
  readonly row: CollectionRow;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly onAct: () => void;
  readonly onRemove: () => void;
}

export function CollectionTreeRow({ row, isSelected, isTabStop, onAct, onRemove }: CollectionTreeRowProps) {
  const isBranch = row.kind !== 'request';
  return (
    // Keys are heard by the tree around it, which alone knows the neighbours.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="treeitem"
      aria-level={row.depth + 1}
      aria-selected={isSelected}
      aria-label={isBranch ? row.name : `${row.method} ${row.name}`}
      {...(isBranch ? { 'aria-expanded': row.isOpen } : {})}
      tabIndex={isTabStop ? 0 : -1}
      data-key={row.key}
      data-kind={row.kind}
      className={styles.row}
      style={{ '--depth': row.depth } as CSSProperties}
      title={row.name.length > 28 ? row.name : undefined}
      onClick={onAct}
    >
      {isBranch ? (
        <ChevronRight size={14} className={styles.chevron} data-open={row.isOpen} aria-hidden />
      ) : (
        <span className={styles.method}>
          <MethodLabel method={row.method} />
        </span>
      )}
      <span className={styles.name}>{row.name}</span>
      {!isBranch && (
        <span className={styles.actions}>
          <IconButton
            icon={Trash2}
            size={13}
            label={`Delete ${row.name}`}
            tabIndex={-1}
            onClick={(event) => {
              event.stopPropagation();
              onRemove();
            }}
          />
        </span>
      )}
    </div>
  );
}
