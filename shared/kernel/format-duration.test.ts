import { expect, it } from 'vitest';
import { formatDuration } from './format-duration.ts';

it.each([
  [0, '0.0 ms'],
  [0.42, '0.4 ms'],
  [0.96, '1 ms'],
  [84.4, '84 ms'],
  [999.4, '999 ms'],
  [999.6, '1.00 s'],
  [1240, '1.24 s'],
  [12_449, '12.4 s'],
  [59_949, '59.9 s'],
  [59_950, '1 min 0 s'],
  [125_000, '2 min 5 s'],
  [3_599_400, '59 min 59 s'],
  [3_600_000, '1 h 0 min'],
  [3_840_000, '1 h 4 min'],
])('%d ms are %s', (durationMs, expected) => {
  expect(formatDuration(durationMs)).toBe(expected);
});
