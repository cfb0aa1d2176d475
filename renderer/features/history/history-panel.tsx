import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { History } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { HistoryEntry } from '#shared/domain/history/history.ts';
import { useHost } from '#renderer/host/host-context.ts';
import { describeFailure } from '#renderer/host/host-error.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { FilterInput, Panel } from '#renderer/ui/panel.tsx';
import { HistoryLine } from './history-line.tsx';
import styles from './history-panel.module.css';
import { groupByDay } from './history-rows.ts';

interface HistoryPanelProps {
  readonly activeId: string | null;
  readonly onOpen: (entry: HistoryEntry) => void;
}

const statuses = [
  { value: '', label: 'All' },
  { value: '2xx', label: '2xx' },
  { value: '3xx', label: '3xx' },
  { value: '4xx', label: '4xx' },
  { value: '5xx', label: '5xx' },
  { value: 'failed', label: 'Failed' },
] as const;

/** Every exchange, newest first. Arrows move, Enter opens. */
export function HistoryPanel({ activeId, onOpen }: HistoryPanelProps) {
  const [text, setText] = useState('');
  const [status, setStatus] = useState('');
  const filter = useDeferredValue(useMemo(() => ({ text: text.trim(), status }), [text, status]));
  const pages = useHistoryPages(filter);
  const rows = useMemo(
    () => groupByDay(pages.data?.pages.flatMap(({ entries }) => entries) ?? [], new Date()),
    [pages.data],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'day' ? 28 : 46),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });
  const lastInSight = virtualizer.getVirtualItems().at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastInSight > rows.length - 30) void fetchNextPage();
  }, [lastInSight, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const focusAt = (index: number, step: number) => {
    let next = index;
    while (rows[next]?.kind === 'day') next += step;
    const row = rows[next];
    if (row?.kind !== 'entry') return;
    setFocused(row.key);
    virtualizer.scrollToIndex(next);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row.key)}"]`)?.focus(),
    );
  };
  const stop = rows.some(({ key }) => key === focused) ? focused : rows.find(({ kind }) => kind === 'entry')?.key;
  const onKeyDown = (event: React.KeyboardEvent) => {
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
    <Panel title="History">
      <FilterInput
        label="Search URLs, headers and bodies"
        value={text}
        onChange={setText}
        onLeave={() => focusAt(0, 1)}
      />
      <RadioGroup.Root
        className={styles.chips}
        aria-label="Status"
        orientation="horizontal"
        value={status}
        onValueChange={setStatus}
      >
        {statuses.map(({ value, label }) => (
          <RadioGroup.Item key={value} value={value} className={styles.chip}>
            {label}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {pages.error ? (
        <ErrorPanel error={describeFailure(pages.error)} />
      ) : rows.length === 0 && pages.data ? (
        <Nothing
          isFiltered={filter.text !== '' || filter.status !== ''}
          onShowAll={() => (setText(''), setStatus(''))}
        />
      ) : (
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
      )}
    </Panel>
  );
}

function useHistoryPages(filter: { readonly text: string; readonly status: string }) {
  const host = useHost();
  return useInfiniteQuery({
    queryKey: ['history', 'list', filter],
    queryFn: ({ pageParam, signal }) => host.call('history.list', { filter, before: pageParam, limit: 100 }, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextBefore,
    placeholderData: (previous) => previous,
    retry: false,
  });
}

const Nothing = ({ isFiltered, onShowAll }: { readonly isFiltered: boolean; readonly onShowAll: () => void }) =>
  isFiltered ? (
    <EmptyState sentence="No exchange matches." action={<Button onClick={onShowAll}>Show all</Button>} />
  ) : (
    <EmptyState
      icon={History}
      sentence="Every request that you send is kept here, secrets masked, until you remove it."
    />
  );
