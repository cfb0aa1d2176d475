import { expect, test } from 'vitest';
import type { HistoryEntry } from '#shared/domain/history/history.ts';
import { groupByDay, pathOfUrl, shortPath } from './history-rows.ts';

const entry = (id: string, date: Date): HistoryEntry => ({
  id,
  sequence: 1,
  startedAt: date.toISOString(),
  method: 'GET',
  url: 'https://a.test/x',
  requestName: '',
  outcome: 'response',
  status: 200,
  environmentName: 'A',
  identityName: 'Guest',
  identityKind: 'guest',
  durationMs: 1,
  sizeBytes: 1,
});

test('days are named as one speaks of them', () => {
  const now = new Date(2026, 10, 23, 12);
  const rows = groupByDay(
    [
      entry('a', new Date(2026, 10, 23, 11)),
      entry('b', new Date(2026, 10, 23, 1)),
      entry('c', new Date(2026, 10, 22, 23)),
      entry('d', new Date(2026, 10, 1, 8)),
      entry('e', new Date(2025, 0, 5, 8)),
    ],
    now,
  );
  expect(rows.map((row) => (row.kind === 'day' ? `# ${row.label}` : row.key))).toEqual([
    '# Today',
    'a',
    'b',
    '# Yesterday',
    'c',
    '# Sunday, November 1',
    'd',
    '# Sunday, January 5, 2025',
    'e',
  ]);
});

test.each([
  ['https://acme.test/rest/V1/x?a=1', '/rest/V1/x?a=1'],
  ['http://127.0.0.1:8080', '/'],
])('%s', (url, path) => {
  expect(pathOfUrl(url)).toBe(path);
});

test.each([
  ['/rest/default/V1/products?a=1', '/V1/products?a=1'],
  ['/rest/V1/modules', '/V1/modules'],
  ['/sub/rest/all/V1/x', '/V1/x'],
  ['/graphql', '/graphql'],
  ['/rest/default/schema', '/rest/default/schema'],
])('%s is listed as %s', (path, short) => {
  expect(shortPath(path)).toBe(short);
});
