import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editParameter, formatUrl, parseQuery, reconcile, splitUrlText } from './parameters.ts';
import type { Parameter } from './request.ts';

const row = (name: string, value: string | null, isEnabled = true): Parameter => ({ name, value, isEnabled });

const read = (text: string): { url: string; parameters: readonly Parameter[] } => reconcile([], text);

describe('URL and table', () => {
  test.each<[string, string, readonly Parameter[]]>([
    ['/V1/x', '/V1/x', []],
    ['/V1/x?', '/V1/x', [row('', null)]],
    [
      '/V1/x?a[]=1&a[]=2&flag&empty=&b=c=d&%5bq%5D=%2f',
      '/V1/x',
      [row('a[]', '1'), row('a[]', '2'), row('flag', null), row('empty', ''), row('b', 'c=d'), row('%5bq%5D', '%2f')],
    ],
    ['/V1/x#a?b=c', '/V1/x#a?b=c', []],
    ['/V1/x?a=b#c?d', '/V1/x', [row('a', 'b#c?d')]],
    ['{{base}}/x?{{name}}={{value}}', '{{base}}/x', [row('{{name}}', '{{value}}')]],
  ])('reads %s', (text, url, parameters) => {
    expect(read(text)).toEqual({ url, parameters });
  });

  test('a round trip changes no byte of 10,000 random URLs', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '?',
        '&',
        '&&',
        '=',
        '==',
        '#',
        '+',
        '%20',
        '%2f',
        '%2F',
        '%',
        '[',
        ']',
        '[0]',
        '{{v}}',
        'é',
        ' ',
      ),
      fc.constantFrom('searchCriteria', 'filter_groups', 'name', 'pageSize', 'http://shop.test', '/V1/products'),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const { url, parameters } = read(text);
        expect(formatUrl(url, parameters)).toBe(text);
      }),
      { numRuns: 10_000 },
    );
  });

  test('typing again what stands there changes no row, also not one that is switched off', () => {
    const cell = fc.string({ maxLength: 6 }).map((text) => text.replace(/[&=#?]/g, ''));
    const rows = fc.array(fc.record({ name: cell, value: fc.option(cell), isEnabled: fc.boolean() }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, (parameters) => {
        expect(reconcile(parameters, formatUrl('/V1/x', parameters)).parameters).toEqual(parameters);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('rows that are switched off', () => {
  const previous = [row('a', '1'), row('off', 'x', false), row('b', '2'), row('c', '3'), row('last', 'y', false)];
  test.each([
    ['a value typed in another row', '/x?a=1&b=22&c=3', ['a', 'off', 'b', 'c', 'last']],
    ['a row added behind', '/x?a=1&b=2&c=3&d=4', ['a', 'off', 'b', 'c', 'last', 'd']],
    ['a row added in front', '/x?z=0&a=1&b=2&c=3', ['z', 'a', 'off', 'b', 'c', 'last']],
    ['the row before removed', '/x?b=2&c=3', ['off', 'b', 'c', 'last']],
    ['all removed', '/x', ['off', 'last']],
    ['all replaced', '/x?p=1&q=2', ['p', 'off', 'q', 'last']],
  ])('%s', (_case, typed, names) => {
    expect(reconcile(previous, typed).parameters.map((parameter) => parameter.name)).toEqual(names);
  });
});

describe('a cell', () => {
  const parameters = [row('a', '%2f'), row('b', '2')];

  test('escapes only what would break the structure', () => {
    expect(editParameter(parameters, 0, { value: 'x&y#z=ü %2f+{{v}}' })[0]).toEqual(row('a', 'x%26y%23z=ü %2f+{{v}}'));
    expect(editParameter(parameters, 0, { name: 'x&y#z=w[0]' })[0]).toEqual(row('x%26y%23z%3Dw[0]', '%2f'));
  });

  test('leaves alone what was not edited', () => {
    expect(editParameter(parameters, 1, { isEnabled: false })).toEqual([row('a', '%2f'), row('b', '2', false)]);
    expect(editParameter(parameters, 1, { value: null })).toEqual([row('a', '%2f'), row('b', null)]);
  });

  test('can hold anything and still be one row of the URL', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, value) => {
        const edited = editParameter([row('x', 'y'), row('z', null)], 0, { name, value });
        const { query } = splitUrlText(formatUrl('/V1/x', edited));
        expect(parseQuery(query ?? '')).toEqual(edited);
      }),
    );
  });
});
