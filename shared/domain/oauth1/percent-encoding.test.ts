import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../kernel/byte-string.ts';
import { percentDecode, percentDecodeForm, percentEncode, percentEncodeBytes } from './percent-encoding.ts';

describe('percent encoding', () => {
  it.each([
    ['abc-._~XYZ019', 'abc-._~XYZ019'],
    ["!*'()", '%21%2A%27%28%29'],
    [' +%&=/[]', '%20%2B%25%26%3D%2F%5B%5D'],
    ['é😀', '%C3%A9%F0%9F%98%80'],
    ['\ud800', '%EF%BF%BD'],
    ['\n\0', '%0A%00'],
  ])('of %j', (text, expected) => {
    expect(percentEncode(text)).toBe(expected);
  });

  it.each([
    ['a%2fb%2Fc', 'a/b/c'],
    ['100%', '100%'],
    ['%4', '%4'],
    ['%zz%41', '%zzA'],
    ['a+b', 'a+b'],
    ['%E9', '\xe9'],
    ['é', '\xc3\xa9'],
    ['%2541', '%41'],
  ])('%j decodes to %j', (text, expected) => {
    expect(percentDecode(text)).toBe(expected);
  });

  it('reads + as a space in forms only', () => {
    expect(percentDecodeForm('a+b%2Bc')).toBe('a b+c');
  });

  it('comes back whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const encoded = percentEncode(text);
        expect(encoded).toMatch(/^(?:[A-Za-z0-9\-._~]|%[0-9A-F]{2})*$/);
        expect(percentDecode(encoded)).toBe(encodeUtf8(text));
      }),
    );
  });

  it('keeps every byte', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
        expect(percentDecode(percentEncodeBytes(text))).toBe(text);
      }),
    );
  });
});
