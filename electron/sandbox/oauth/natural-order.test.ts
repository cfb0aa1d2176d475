import { describe, expect, it } from 'vitest';
import { compareNaturally } from './natural-order.ts';

const sorted: readonly (readonly string[])[] = [
  ['a2', 'a10'],
  ['a%2B', 'a%20'],
  ['a%3A', 'a%20'],
  ['5', '9', '10'],
  ['a002', 'a01', 'a1'],
  ['a', 'a%5B0%5D', 'a-b', 'a.b', 'a1', 'a_b'],
  ['aB', 'a_b', 'ab'],
  ['g%5B1%5D', 'g%5B2%5D', 'g%5B10%5D', 'g%5B11%5D'],
  ['x1y2', 'x1y10', 'x2y1'],
];

describe('natural order', () => {
  it.each(sorted.map((names) => [names.join(' < '), names] as const))('%s', (_, names) => {
    expect([...names].reverse().sort(compareNaturally)).toEqual(names);
  });

  it('finds a name equal to itself, and leading zeros of the whole name without weight', () => {
    expect(compareNaturally('a10', 'a10')).toBe(0);
    expect(compareNaturally('007', '7')).toBe(0);
  });
});
