import { History } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { HistoryEntry } from '#shared/domain/history/history.ts';
import { describeFailure } from '#renderer/host/host-error.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { FilterInput, Panel } from '#renderer/ui/panel.tsx';
import { HistoryList } from './history-list.tsx';
import styles from './history-panel.module.css';
import { groupByDay } from './history-rows.ts';
import { useHistoryPages } from './use-history-pages.ts';

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

/** Every exchange, newest first, narrowed by text and status. */
export function HistoryPanel({ activeId, onOpen }: HistoryPanelProps) {
  const [text, setText] = useState('');
  const [status, setStatus] = useState('');
  const filter = useDeferredValue(useMemo(() => ({ text: text.trim(), status }), [text, status]));
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useHistoryPages(filter);
  const rows = useMemo(() => groupByDay(data?.pages.flatMap(({ entries }) => entries) ?? [], new Date()), [data]);
  const list = useRef<{ readonly focus: () => void }>(null);
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const showAll = () => {
    setText('');
    setStatus('');
  };

  return (
    <Panel title="History">
      <FilterInput
        label="Search URLs, headers and bodies"
        value={text}
        onChange={setText}
        onLeave={() => list.current?.focus()}
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
      {error ? (
        <ErrorPanel error={describeFailure(error)} />
      ) : rows.length === 0 && data ? (
        <Nothing isFiltered={filter.text !== '' || filter.status !== ''} onShowAll={showAll} />
      ) : (
        <HistoryList ref={list} rows={rows} activeId={activeId} onOpen={onOpen} onNearEnd={readOn} />
      )}
    </Panel>
  );
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
