import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitUrl } from '../http/raw-url.ts';
import { percentDecode, percentDecodeForm } from './percent-encoding.ts';
import { writePortableUrl } from './portable-url.ts';

describe('writePortableUrl', () => {
  it.each([
    ['http://Shop.Test:80/rest/V1/products', 'http://shop.test/rest/V1/products'],
    ['HTTPS://shop.test:443', 'https://shop.test/'],
    ['https://shop.test:8443/a#part', 'https://shop.test:8443/a'],
    ['https://user:Pa%20ss@Shop.test/', 'https://user:Pa%20ss@shop.test/'],
    ['http://[::1]:8080/a', 'http://[::1]:8080/a'],
    ["http://h/p(a)r/st*ar/ex!cl/q'uote", 'http://h/p%28a%29r/st%2Aar/ex%21cl/q%27uote'],
    ['http://h/sl%2fash/caf%c3%a9/caf\u00e9/TEST%2D1', 'http://h/sl%2Fash/caf%C3%A9/caf%C3%A9/TEST-1'],
    ['http://h/plus+sku/co:lon/a|b/100%', 'http://h/plus%2Bsku/co%3Alon/a%7Cb/100%25'],
    ['http://h/a%2520b', 'http://h/a%2520b'],
    ['http://h/a//b/', 'http://h/a//b/'],
    ['http://h/?a=x+y&b=x%20y&c=x%2By', 'http://h/?a=x%20y&b=x%20y&c=x%2By'],
    ['http://h/?flag&b=1', 'http://h/?flag=&b=1'],
    ['http://h/?a=b=c&d=dGVzdA==', 'http://h/?a=b%3Dc&d=dGVzdA%3D%3D'],
    ['http://h/?&&a=1&', 'http://h/?a=1'],
    ['http://h/?', 'http://h/'],
    ['http://h/?a={x}|^`\\%', 'http://h/?a=%7Bx%7D%7C%5E%60%5C%25'],
    ['http://h/?s[a][0]=1', 'http://h/?s%5Ba%5D%5B0%5D=1'],
    ['http://h/?ids[]=5&ids[]=7', 'http://h/?ids%5B0%5D=5&ids%5B1%5D=7'],
    ['http://h/?ids%5B%5D=5&ids[4]=6&ids[]=7', 'http://h/?ids%5B0%5D=5&ids%5B4%5D=6&ids%5B5%5D=7'],
    ['http://h/?a[][x]=1&a[][y]=2&b[k][]=3', 'http://h/?a%5B0%5D%5Bx%5D=1&a%5B1%5D%5By%5D=2&b%5Bk%5D%5B0%5D=3'],
    ['http://h/?a=1&a=2', 'http://h/?a=1&a=2'],
    ['http://h/?a=%E9', 'http://h/?a=%E9'],
    ['/rest/V1/a b?c', '/rest/V1/a%20b?c='],
  ])('%s', (url, expected) => {
    expect(writePortableUrl(url)).toBe(expected);
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(..."abAB019%2fF5+&=?#[]{}|\\^`/.~!*'();:@,$ é") }),
  );
  const url = fc.tuple(text, text).map(([path, query]) => `http://h/${path}?${query}`);

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(url, (typed) => {
        const written = writePortableUrl(typed);
        expect(writePortableUrl(written)).toBe(written);
      }),
    );
  });

  it('holds nothing but strict escapes', () => {
    fc.assert(
      fc.property(url, (typed) => {
        expect(writePortableUrl(typed)).toMatch(
          /^http:\/\/h\/(?:[A-Za-z0-9\-._~/]|%[0-9A-F]{2})*(?:\?(?:[A-Za-z0-9\-._~&=]|%[0-9A-F]{2})+)?$/,
        );
      }),
    );
  });

  it('keeps what path and query mean', () => {
    fc.assert(
      fc.property(url, (typed) => {
        expect(meaningOf(writePortableUrl(typed))).toEqual(meaningOf(typed));
      }),
    );
  });
});

/** Decoded segments and pairs; names without the brackets that the writing numbers. */
function meaningOf(url: string) {
  const { path, query } = splitUrl(url);
  return {
    segments: path.split('/').map(percentDecode),
    pairs: (query ?? '')
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return [percentDecodeForm(name).replace(/\[\d*\]/g, '[]'), percentDecodeForm(value.join('='))];
      }),
  };
}
