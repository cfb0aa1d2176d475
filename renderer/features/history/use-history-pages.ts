import { useInfiniteQuery } from '@tanstack/react-query';
import type { HistoryFilter } from '#shared/domain/history/history.ts';
import { useHost } from '#renderer/host/host-context.ts';

/** The history in pages of a hundred, newest first; the old list stays in sight while a filter is being answered. */
export function useHistoryPages(filter: HistoryFilter) {
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
