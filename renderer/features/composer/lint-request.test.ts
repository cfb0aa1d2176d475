import { expect, test } from 'vitest';
import type { Environment } from '#shared/domain/environment/environment.ts';
import { parseQuery } from '#shared/domain/http/parameters.ts';
import type { Request } from '#shared/domain/http/request.ts';
import { lintRequest } from './lint-request.ts';
import { sentForm, writeRequest } from './written-request.ts';

const environment = { baseUrl: 'http://store.test', storeCode: 'default', profile: 'magento-2.4.4' } as Environment;
const scope = new Map([
  ['base', 'http://store.test'],
  ['two', 'x=1&y'],
]);
const request = (query: string, more: Partial<Request> = {}): Request => ({
  method: 'GET',
  url: '/V1/products',
  parameters: parseQuery(query),
  headers: [],
  body: { kind: 'none' },
  sendAs: null,
  isExact: true,
  timeoutMs: 0,
  notes: '',
  ...more,
});
const marked = (input: Request) => {
  const written = writeRequest(input, environment, scope);
  return written && lintRequest(input, written, environment).map(({ rowIndex, effect }) => `${rowIndex} ${effect}`);
};

test.each([
  ['nothing to mark', request('a=1'), []],
  ['a flag', request('a=1&flag'), ['1 ignored']],
  ['a repeated name', request('b=1&a=1&a=2'), ['1 ignored']],
  ['a plus', request('a=x+y'), ['0 misread']],
  ['a raw equals sign', request('a=1=2'), ['0 ignored']],
  ['an oauth_ name', request('a=1&oauth_x=2'), ['1 ignored']],
  ['raw characters', request('a={'), ['0 broken']],
  ['what the portable form mends', request('a=x+y&flag&b=1=2', { isExact: false }), []],
  ['a variable that brings pairs', request('{{two}}=1&flag'), ['1 ignored']],
  ['a query in front', request('flag', { url: '/V1/products?b=1' }), ['0 ignored']],
  [
    'a row that is switched off',
    request('', {
      parameters: [
        { name: 'flag', value: null, isEnabled: false },
        { name: 'other', value: null, isEnabled: true },
      ],
    }),
    ['1 ignored'],
  ],
  [
    'an Authorization header of one’s own',
    request('flag', { headers: [{ name: 'authorization', value: 'Bearer x', isEnabled: true }] }),
    [],
  ],
  ['an unknown variable', request('a={{nope}}'), null],
  ['nothing typed', request('', { url: '' }), null],
])('%s', (_, input, expected) => {
  expect(marked(input)).toEqual(expected);
});

test.each([
  ['a[]=x+y&flag', false, 'http://store.test/rest/default/V1/products?a%5B0%5D=x%20y&flag='],
  ['a=1', false, null],
  ['a[]=x+y&flag', true, null],
])('%s, exact %s, is sent as %s', (query, isExact, expected) => {
  expect(sentForm(writeRequest(request(query), environment, scope), isExact)).toBe(expected);
});
