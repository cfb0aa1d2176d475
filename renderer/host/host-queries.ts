// What main holds, as the views read it: one query per list, kept fresh by the topics of the contract.
import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import type { TopicName } from '#shared/contract/contract.ts';
import type { Host } from './host-client.ts';
import { useHost } from './host-context.ts';

const always = { staleTime: Infinity, gcTime: Infinity, retry: false } as const;

/** The queries by what they hold. */
export function hostQueries(host: Host) {
  return {
    info: queryOptions({ ...always, queryKey: ['app'], queryFn: () => host.call('app.info', null) }),
    settings: queryOptions({ ...always, queryKey: ['settings'], queryFn: () => host.call('settings.get', null) }),
    environments: queryOptions({
      ...always,
      queryKey: ['environments'],
      queryFn: () => host.call('environments.list', null),
    }),
    identities: queryOptions({
      ...always,
      queryKey: ['identities'],
      queryFn: () => host.call('identities.list', null),
    }),
    collections: queryOptions({
      ...always,
      queryKey: ['collections'],
      queryFn: () => host.call('collections.list', null),
    }),
    sandbox: queryOptions({ ...always, queryKey: ['sandbox'], queryFn: () => host.call('sandbox.status', null) }),
    historyCount: queryOptions({
      ...always,
      queryKey: ['history', 'count'],
      queryFn: () => host.call('history.count', null),
    }),
    exchange: (id: string) =>
      queryOptions({
        queryKey: ['exchange', id],
        queryFn: () => host.call('history.get', { id }),
        staleTime: 60_000,
        retry: false,
      }),
  };
}

const staleAfter: Readonly<Record<Exclude<TopicName, 'app.noticed'>, readonly string[]>> = {
  'settings.changed': ['settings'],
  'environments.changed': ['environments', 'identities'],
  'identities.changed': ['identities'],
  'collections.changed': ['collections'],
  'history.changed': ['history'],
  'sandbox.changed': ['sandbox', 'environments'],
};

/** Marks as stale what a topic says has changed; returns the function that stops it. */
export function followTopics(host: Host, client: QueryClient): () => void {
  const stops = Object.entries(staleAfter).map(([topic, keys]) =>
    host.on(topic as TopicName, () => {
      for (const key of keys) void client.invalidateQueries({ queryKey: [key] });
    }),
  );
  return () => stops.forEach((stop) => stop());
}

const none: readonly never[] = [];

export const useAppInfo = () => useQuery(hostQueries(useHost()).info).data;
export const useSettings = () => useQuery(hostQueries(useHost()).settings).data;
export const useEnvironments = () => useQuery(hostQueries(useHost()).environments).data ?? none;
export const useIdentities = () => useQuery(hostQueries(useHost()).identities).data ?? none;
export const useCollections = () => useQuery(hostQueries(useHost()).collections);
export const useSandbox = () => useQuery(hostQueries(useHost()).sandbox).data;
export const useHistoryCount = () => useQuery(hostQueries(useHost()).historyCount).data;
export const useExchange = (id: string | null) =>
  useQuery({ ...hostQueries(useHost()).exchange(id ?? ''), enabled: id !== null });
