import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import type { HistoryEntry } from '#shared/domain/history/history.ts';
import { HistoryLine } from './history-line.tsx';
import styles from './history-panel.module.css';
import type { HistoryRow } from './history-rows.ts';

interface HistoryListProps {
  readonly rows: readonly HistoryRow[];
  readonly activeId: string | null;
  readonly onOpen: (entry: HistoryEntry) => void;
  /** Asks for older exchanges as the end comes near. */
  readonly onNearEnd: () => void;
  readonly ref: Ref<{ readonly focus: () => void }>;
}

const heights = { day: 28, entry: 46 } as const;

/** The lines of the history, drawn only where they are in sight. Arrows move, Enter opens. */
export function HistoryList({ rows, activeId, onOpen, onNearEnd, ref }: HistoryListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- no compiler memoizes here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[rows[index]?.kind ?? 'entry'],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });
  const isNearEnd = (virtualizer.getVirtualItems().at(-1)?.index ?? 0) > rows.length - 30;
  useEffect(() => {
    if (isNearEnd) onNearEnd();
  }, [isNearEnd, onNearEnd]);

  const focusAt = (index: number, step: number) => {
    let next = index;
    while (rows[next]?.kind === 'day') next += step;
    const row = rows[next];
    if (row?.kind !== 'entry') return;
    setFocused(row.key);
    virtualizer.scrollToIndex(next);
    // The line may have to be drawn first.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row.key)}"]`)?.focus(),
    );
  };
  useImperativeHandle(ref, () => ({ focus: () => focusAt(0, 1) }));
  const stop = rows.some(({ key }) => key === focused) ? focused : rows.find(({ kind }) => kind === 'entry')?.key;
  const onKeyDown = (event: KeyboardEvent) => {
    const at = rows.findIndex(({ key }) => key === stop);
    const row = rows[at];
    if (event.key === 'ArrowDown') focusAt(at + 1, 1);
    else if (event.key === 'ArrowUp') focusAt(at - 1, -1);
    else if (event.key === 'Home') focusAt(0, 1);
    else if (event.key === 'End') focusAt(rows.length - 1, -1);
    else if ((event.key === 'Enter' || event.key === ' ') && row?.kind === 'entry') onOpen(row.entry);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      className={styles.list}
      role="listbox"
      aria-label="Exchanges"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className={styles.rows} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <HistoryLine
              key={key}
              row={row}
              top={start}
              isSelected={row.key === activeId}
              isTabStop={row.key === stop}
              onOpen={(entry) => {
                setFocused(entry.id);
                onOpen(entry);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
