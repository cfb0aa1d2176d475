import { describe, expect, it } from 'vitest';
import { compareKeys } from '../php-form.ts';
import { readNextQuery } from './magento-next.ts';

describe('readNextQuery', () => {
  it.each([
    ['flag&a=b=c&d=x+y', ['a=b=c', 'd=x y', 'flag=']],
    ['a.b=1', ['a.b=1', 'a_b=1']],
    ['a+b=1', ['a+b=1', 'a_b=1']],
    ['%20a=1', [' a=1', 'a=1']],
    ['a.b', ['a_b=']],
    ['a=1&a[0]=2', ['a[0]=2']],
    ['a[0]=2&a=1', ['a=1', 'a[0]=2']],
    ['a%20b[0]=x+y', ['a b[0]=x+y']],
    ['a[b=1', ['a[b=1', 'a_b=1']],
    ['=v', ['=v']],
    ['oauth_foo=1&oauth_foo[x]=2', []],
    ['a=1&a=2', ['a=2']],
  ])('?%s', (query, expected) => {
    const { parameters } = readNextQuery(query);
    expect(parameters.map(({ name, value }) => `${name}=${value}`).sort()).toEqual(expected);
  });
});

describe('compareKeys', () => {
  it.each([
    ['a[0]', 'a[10]', -1],
    ['a[10]', 'a[1]', -1],
    ['a1', 'a[0]', -1],
    ['1.10', '1.9', -1],
    ['01', '002', -1],
    ['01', '1x', -1],
    ['a', 'a', 0],
    ['a b', 'a+b', -1],
  ])('%s and %s: %d', (left, right, expected) => {
    expect(Math.sign(compareKeys(left, right))).toBe(expected);
    expect(Math.sign(compareKeys(right, left))).toBe(expected === 0 ? 0 : -expected);
  });
});
