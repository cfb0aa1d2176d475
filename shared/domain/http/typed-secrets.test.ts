import { describe, expect, test } from 'vitest';
import type { Request } from './request.ts';
import { findMask, findTypedSecrets, mapTypedSecrets } from './typed-secrets.ts';

const request = (change: Partial<Request>): Request => ({
  method: 'GET',
  url: '/V1/modules',
  parameters: [],
  headers: [],
  body: { kind: 'none' },
  sendAs: null,
  isExact: false,
  timeoutMs: 0,
  notes: '',
  ...change,
});
const header = (name: string, value: string, isEnabled = true) => ({ name, value, isEnabled });

describe('typed secrets', () => {
  test.each([
    [request({ headers: [header('Authorization', 'Bearer abc')] }), ['Authorization']],
    [request({ headers: [header('authorization', 'Bearer abc', false)] }), ['authorization']],
    [request({ headers: [header('Authorization', 'Bearer {{token}}')] }), []],
    [request({ headers: [header('Accept', 'application/json')] }), []],
    [request({ parameters: [{ name: 'access_token', value: 'abc', isEnabled: true }] }), ['access_token']],
    [request({ parameters: [{ name: 'access_token', value: null, isEnabled: true }] }), []],
  ])('of %o are %o', (given, names) => {
    expect(findTypedSecrets(given)).toEqual(names);
  });

  test('are changed and nothing else is', () => {
    const given = request({ headers: [header('X-Trace', 'abc'), header('Cookie', 'PHPSESSID=abc')] });
    expect(mapTypedSecrets(given, (value) => value.toUpperCase()).headers).toEqual([
      header('X-Trace', 'abc'),
      header('Cookie', 'PHPSESSID=ABC'),
    ]);
  });
});

describe('the mask of the history', () => {
  test.each([
    [request({ headers: [header('Authorization', 'Bearer ••••••••')] }), 'The header “Authorization”'],
    [request({ headers: [header('Authorization', 'Bearer ••••••••', false)] }), null],
    [request({ parameters: [{ name: 'token', value: '••••••••', isEnabled: true }] }), 'The parameter “token”'],
    [request({ url: '/V1/••••••••' }), 'The URL'],
    [request({ body: { kind: 'json', text: '{"password":"••••••••"}' } }), 'The body'],
    [request({ body: { kind: 'json', text: '{"password":"x"}' } }), null],
  ])('in %o is found: %s', (given, found) => {
    expect(findMask(given)).toBe(found);
  });
});
