import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAbsoluteUrl, joinUrl, originOf, splitUrl } from './raw-url.ts';

test.each([
  [
    'https://Shop.Test:443/rest/V1/x%2fy?a[0]=b=c&&d#e?f',
    { scheme: 'https', authority: 'Shop.Test:443', path: '/rest/V1/x%2fy', query: 'a[0]=b=c&&d', fragment: 'e?f' },
  ],
  ['/V1/products?', { scheme: '', authority: '', path: '/V1/products', query: '', fragment: null }],
  ['{{base}}/x#', { scheme: '', authority: '', path: '{{base}}/x', query: null, fragment: '' }],
  ['http://u:p@h', { scheme: 'http', authority: 'u:p@h', path: '', query: null, fragment: null }],
])('splits %s', (text, parts) => {
  expect(splitUrl(text)).toEqual(parts);
});

test('splitting and joining changes no byte', () => {
  const piece = fc.oneof(
    fc.constantFrom('?', '#', '&', '=', '/', '://', 'http', '%2f', '[', ']', '{{a}}'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      expect(joinUrl(splitUrl(text))).toBe(text);
    }),
  );
});

test.each([
  ['http://Shop.test:80/a', 'http://shop.test'],
  ['HTTPS://shop.test:443', 'https://shop.test'],
  ['http://shop.test:443', 'http://shop.test:443'],
  ['http://user@shop.test:8080/x', 'http://shop.test:8080'],
  ['http://[::1]:8080/x', 'http://[::1]:8080'],
])('the origin of %s is %s', (url, origin) => {
  expect(originOf(url)).toBe(origin);
});

test('only a scheme makes a URL absolute', () => {
  expect(['http://a', 'HTTPS://a/b', '/rest/V1', 'V1/http://a', '{{base}}/x'].map(isAbsoluteUrl)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
