import type { HttpRequest } from '@opencollection/types/requests/http';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Request } from '../http/request.ts';
import type { DocumentObject } from './document.ts';
import { mergeRequestDocument, parseRequestDocument } from './open-collection.ts';

const request: Request = {
  method: 'POST',
  url: '{{base}}/rest/{{store}}/V1/products',
  parameters: [
    { name: 'a', value: '1', isEnabled: true },
    { name: 'off', value: 'x', isEnabled: false },
    { name: 'flag', value: null, isEnabled: true },
    { name: 'a', value: '', isEnabled: true },
  ],
  headers: [
    { name: 'X-One', value: '1', isEnabled: true },
    { name: 'X-Two', value: '2', isEnabled: false },
  ],
  body: { kind: 'json', text: '{\n  "sku": "{{sku}}"\n}' },
  sendAs: 'ERP integration',
  isExact: false,
  timeoutMs: 5_000,
  notes: 'First line.\n\nSecond.',
};

// The published types hold this to the format, as the schema does in the integration test.
const written = {
  info: { name: 'New product', type: 'http', seq: 3, tags: ['as:ERP integration'] },
  http: {
    method: 'POST',
    url: '{{base}}/rest/{{store}}/V1/products?a=1&flag&a=',
    params: [
      { name: 'a', value: '1', type: 'query' },
      { name: 'off', value: 'x', type: 'query', disabled: true },
      { name: 'flag', value: '', type: 'query' },
      { name: 'a', value: '', type: 'query' },
    ],
    headers: [
      { name: 'X-One', value: '1' },
      { name: 'X-Two', value: '2', disabled: true },
    ],
    body: { type: 'json', data: '{\n  "sku": "{{sku}}"\n}' },
    auth: 'inherit',
  },
  settings: { timeout: 5_000 },
  docs: 'First line.\n\nSecond.',
} satisfies HttpRequest;

const parse = (document: unknown) => parseRequestDocument(document);
const requestOf = (document: unknown): Request => {
  const parsed = parse(document);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value.request;
};

test('a request becomes a document with its keys in a stable order, and a request again', () => {
  const document = mergeRequestDocument({}, { name: 'New product', sequence: 3, request });
  expect(JSON.stringify(document)).toBe(JSON.stringify(written));
  expect(parse(document)).toEqual({ ok: true, value: { name: 'New product', sequence: 3, request } });
});

test('a request of defaults writes no more than it must', () => {
  const plain: Request = {
    method: 'GET',
    url: '/V1/store/storeConfigs',
    parameters: [],
    headers: [],
    body: { kind: 'none' },
    sendAs: null,
    isExact: false,
    timeoutMs: 30_000,
    notes: '',
  };
  expect(mergeRequestDocument({}, { name: 'Plain', sequence: null, request: plain })).toEqual({
    info: { name: 'Plain', type: 'http' },
    http: { method: 'GET', url: '/V1/store/storeConfigs', auth: 'inherit' },
  });
});

test('what is not ours stays: unknown keys, other tags, descriptions, path parameters, scripts, settings', () => {
  const foreign = {
    info: { name: 'Old', type: 'http', seq: 7, tags: ['smoke', 'as:admin', 'slow'], description: 'kept' },
    http: {
      method: 'GET',
      url: 'https://shop.test/V1/orders/:id?x=1',
      params: [
        { name: 'x', value: '1', type: 'query', description: 'why' },
        { name: 'id', value: '42', type: 'path' },
      ],
      headers: [{ name: 'Accept', value: '*/*', description: 'anything' }],
      auth: { type: 'basic', username: 'u', password: '{{p}}' },
    },
    runtime: { assertions: [{ expression: 'res.status', operator: 'eq', value: '200' }] },
    settings: { encodeUrl: true, timeout: 'inherit' },
    'x-later': [1, 2],
  };
  const changed = mergeRequestDocument(foreign, {
    name: 'New',
    sequence: 7,
    request: {
      ...requestOf(foreign),
      sendAs: 'guest',
      isExact: false,
      headers: [
        { name: 'X-New', value: '1', isEnabled: true },
        { name: 'Accept', value: 'application/json', isEnabled: false },
      ],
    },
  });
  expect(changed).toEqual({
    ...foreign,
    info: { ...foreign.info, name: 'New', tags: ['smoke', 'as:guest', 'slow'] },
    http: {
      ...foreign.http,
      headers: [
        { name: 'X-New', value: '1' },
        { name: 'Accept', value: 'application/json', description: 'anything', disabled: true },
      ],
    },
  });
});

test('a request that is saved as it was read changes nothing', () => {
  expect(mergeRequestDocument(written, { name: 'New product', sequence: 3, request })).toEqual(written);
});

describe('the query', () => {
  const parametersOf = (url: string, params: readonly DocumentObject[]) =>
    requestOf({ info: { type: 'http' }, http: { method: 'GET', url, params } }).parameters;

  test('comes from the list where the URL has none', () => {
    expect(parametersOf('/V1/x', [{ name: 'a', value: '1', type: 'query' }])).toEqual([
      { name: 'a', value: '1', isEnabled: true },
    ]);
  });

  test('that was changed by hand in the URL alone wins over the list, whose switched-off rows stay', () => {
    const list = [
      { name: 'a', value: '1', type: 'query' },
      { name: 'off', value: '', type: 'query', disabled: true },
      { name: 'b', value: '2', type: 'query' },
    ];
    expect(parametersOf('/V1/x?a=1&c=3&b=2', list)).toEqual([
      { name: 'a', value: '1', isEnabled: true },
      { name: 'off', value: '', isEnabled: false },
      { name: 'c', value: '3', isEnabled: true },
      { name: 'b', value: '2', isEnabled: true },
    ]);
  });
});

test.each([
  [null, 'The file holds no OpenCollection request.'],
  [[], 'The file holds no OpenCollection request.'],
  [{ a: 1 }, 'The file holds no request, which Lodestone does not send. It is left as it is.'],
  [{ info: { type: 'graphql' } }, 'The file holds a GraphQL item, which Lodestone does not send. It is left as it is.'],
  [
    { info: { type: 'http' }, http: { body: { type: 'multipart-form', data: [] } } },
    'The body is of the type “multipart-form”, which this release does not send. The file is left as it is.',
  ],
])('%j is a problem', (document, message) => {
  expect(parse(document)).toEqual({ ok: false, error: message });
});

test('of several bodies the chosen one is read and written, the others stay', () => {
  const document = {
    info: { name: 'Two', type: 'http' },
    http: {
      method: 'POST',
      url: '/V1/x',
      body: [
        { title: 'one', body: { type: 'json', data: '1' } },
        { title: 'two', selected: true, body: { type: 'xml', data: '<a/>' } },
      ],
    },
  };
  const read = requestOf(document);
  expect(read.body).toEqual({ kind: 'xml', text: '<a/>' });
  const changed = { ...read, body: { kind: 'text', text: 'b' } as const };
  expect(mergeRequestDocument(document, { name: 'Two', sequence: null, request: changed })).toEqual({
    ...document,
    http: {
      ...document.http,
      body: [
        { title: 'one', body: { type: 'json', data: '1' } },
        { title: 'two', selected: true, body: { type: 'text', data: 'b' } },
      ],
    },
  });
});

test('every request comes back as it was', () => {
  const word = fc.stringMatching(/^[^&=#?\s]{1,12}$/);
  const value = fc.stringMatching(/^[^&#]{0,12}$/);
  // A switched-off flag has no place in the format: it comes back with an empty value.
  const parameter = fc
    .record({ name: word, value: fc.option(value, { nil: null }), isEnabled: fc.boolean() })
    .map((row) => (row.isEnabled ? row : { ...row, value: row.value ?? '' }));
  const text = fc.string({ unit: 'grapheme' });
  const arbitrary: fc.Arbitrary<Request> = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
    url: fc.stringMatching(/^[a-z{}/]{0,20}$/),
    parameters: fc.array(parameter),
    headers: fc.array(fc.record({ name: word, value: text, isEnabled: fc.boolean() })),
    body: fc.oneof(
      fc.constant({ kind: 'none' as const }),
      fc.record({ kind: fc.constantFrom('json' as const, 'xml' as const, 'text' as const), text }),
    ),
    sendAs: fc.option(word, { nil: null }),
    isExact: fc.boolean(),
    timeoutMs: fc.nat(),
    notes: text,
  });
  fc.assert(
    fc.property(arbitrary, arbitrary, (first, second) => {
      const document = mergeRequestDocument({}, { name: 'n', sequence: 1, request: first });
      expect(requestOf(document)).toEqual(first);
      expect(requestOf(mergeRequestDocument(document, { name: 'n', sequence: 1, request: second }))).toEqual(second);
    }),
  );
});
