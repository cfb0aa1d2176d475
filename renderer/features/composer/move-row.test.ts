import { expect, test } from 'vitest';
import { moveRow } from './move-row.ts';

test.each([
  [0, 1, 'b a c'],
  [2, -1, 'a c b'],
  [0, -1, 'a b c'],
  [2, 1, 'a b c'],
  [7, 1, 'a b c'],
])('row %d by %d', (index, step, expected) => {
  expect(moveRow(['a', 'b', 'c'], index, step).join(' ')).toBe(expected);
});
