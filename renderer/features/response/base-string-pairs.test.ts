import { expect, test } from 'vitest';
import { baseStringPairs } from './base-string-pairs.ts';

test.each([
  ['a%3D1%26b%3D2', ['a=1', 'b=2']],
  ['name%3Dx%2520y%26sku%3D24%252DMB%2525', ['name=x%20y', 'sku=24%2DMB%25']],
  ['amp%3Da%2526b', ['amp=a%26b']],
  ['', ['']],
])('%s', (text, expected) => {
  expect(baseStringPairs(text)).toEqual(expected);
});
