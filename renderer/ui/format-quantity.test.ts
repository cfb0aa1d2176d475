import { expect, test } from 'vitest';
import { formatDuration, formatPlural, formatSize } from './format-quantity.ts';

test.each([
  [0.42, '0.4 ms'],
  [84.3, '84 ms'],
  [1240, '1.24 s'],
  [42_500, '42.5 s'],
  [125_000, '2 min 5 s'],
])('%d ms reads %s', (durationMs, text) => {
  expect(formatDuration(durationMs)).toBe(text);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [12_400, '12.4 kB'],
  [999_949, '1000 kB'],
  [999_950, '1.0 MB'],
  [52_428_800, '52.4 MB'],
  [3_200_000_000, '3.2 GB'],
])('%d bytes read %s', (sizeBytes, text) => {
  expect(formatSize(sizeBytes)).toBe(text);
});

test('plurals', () => {
  expect([formatPlural(1, 'exchange'), formatPlural(1204, 'exchange')]).toEqual(['1 exchange', '1,204 exchanges']);
});
