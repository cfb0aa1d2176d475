import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizePath } from './laminas-path.ts';

const unreserved = /[A-Za-z0-9\-._~]/;
const reservedToo = /[A-Za-z0-9\-._~:@&=+$,/;%]/;

describe('normalizePath', () => {
  it.each([
    ['/a/TEST%2D1/ti%7elde', '/a/TEST-1/ti~lde', '/a/TEST-1/ti~lde'],
    ['/sl%2fash/plus%2Bsku', '/sl%2Fash/plus%2Bsku', '/sl/ash/plus+sku'],
    ['/caf%c3%a9/café', '/caf%C3%A9/caf%C3%A9', '/caf%C3%A9/caf%C3%A9'],
    ["/p(a)r/st*ar/ex!cl/q'/b[x]/a|b", '/p(a)r/st%2Aar/ex%21cl/q%27/b%5Bx%5D/a%7Cb', undefined],
    ['/p%28a%29/q%3Fm', '/p%28a%29/q%3Fm', '/p%28a%29/q%3Fm'],
    ['/per%25cent/sl%252Fash', '/per%25cent/sl%252Fash', '/per%cent/sl%2Fash'],
    ['/100%25/100%', '/100%25/100%25', '/100%25/100%25'],
    ['/a/./b/../c', '/a/c', '/a/c'],
    ['/a/..', '/', '/'],
    ['/a/b/.', '/a/b/', '/a/b/'],
    ['/../.hidden/%2E%2E', '/.hidden/..', '/.hidden/..'],
  ])('%s', (path, kept, decoded = kept) => {
    expect(normalizePath(path, unreserved)).toBe(kept);
    expect(normalizePath(path, reservedToo)).toBe(decoded);
  });

  it('leaves a strictly written path as it is while reserved characters keep their escapes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 })), (segments) => {
        fc.pre(segments.every((segment) => !/^\.\.?$/.test(segment)));
        const path = `/${segments.map((segment) => encodeURIComponent(segment).replace(/[!*'()]/g, encodeMark)).join('/')}`;
        expect(normalizePath(path, unreserved)).toBe(path);
      }),
    );
  });
});

const encodeMark = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
