import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNaturally } from './natural-order.ts';

describe('compareNaturally', () => {
  // Results of PHP's strnatcmp.
  it.each([
    ['', '', 0],
    ['', 'a', -1],
    ['a', '', 1],
    ['a', 'a', 0],
    ['a', 'b', -1],
    ['a', 'ab', -1],
    ['A', 'a', -1],
    ['a2', 'a10', -1],
    ['a10', 'a2', 1],
    ['a10', 'a10', 0],
    ['10', '9', 1],
    ['1', '01', 0],
    ['001', '1', 0],
    ['0', '00', 0],
    ['a1', 'a01', 1],
    ['a002', 'a01', -1],
    ['a01', 'a1', -1],
    ['a0', 'a', 1],
    ['a1b2', 'a1b10', -1],
    ['a1.10', 'a1.9', 1],
    ['1.010', '1.001', 1],
    ['a%2Bb', 'a%20b', -1],
    ['a%3Ab', 'a%20b', -1],
    ['%0Ab', '%09a', -1],
    ['a  b', 'a b', 0],
    ['a b', 'ab', 0],
    ['a ', 'a', 1],
    ['1 2', '1  3', -1],
    ['ids%5B2%5D', 'ids%5B10%5D', -1],
    ['a_b', 'aB', 1],
    ['a1', 'a1x', -1],
    ['12', '12a', -1],
    ['a99999999999999999998', 'a99999999999999999999', -1],
  ])('%j and %j: %d', (left, right, expected) => {
    expect(compareNaturally(left, right)).toBe(expected);
  });

  const name = fc.string({ unit: fc.constantFrom(...'ab0129%[]_. '), maxLength: 12 });

  it('is the same either way round', () => {
    fc.assert(
      fc.property(name, name, (left, right) => compareNaturally(left, right) === -compareNaturally(right, left)),
    );
  });

  it('calls only what differs in leading zeros and blanks equal', () => {
    fc.assert(
      fc.property(name, name, (left, right) => {
        const bare = (text: string): string => text.replace(/^0+(?=\d)/, '').replace(/ /g, '');
        if (compareNaturally(left, right) === 0) expect(bare(left)).toBe(bare(right));
      }),
    );
  });

  it('agrees with the order of numbers', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (left, right) => {
        expect(compareNaturally(`a[${left}]`, `a[${right}]`)).toBe(Math.sign(left - right));
      }),
    );
  });
});
