import { expect, it } from 'vitest';
import { formatSize } from './format-size.ts';

it.each([
  [0, '0 B'],
  [812, '812 B'],
  [999, '999 B'],
  [1000, '1.00 kB'],
  [12_400, '12.4 kB'],
  [99_960, '100 kB'],
  [124_499, '124 kB'],
  [999_499, '999 kB'],
  [999_500, '1.00 MB'],
  [1_204_000, '1.20 MB'],
  [52_428_800, '52.4 MB'],
  [3_000_000_000, '3.00 GB'],
])('%d bytes are %s', (sizeBytes, expected) => {
  expect(formatSize(sizeBytes)).toBe(expected);
});
