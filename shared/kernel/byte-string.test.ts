import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8 } from './byte-string.ts';

const toByteString = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

describe('byte strings', () => {
  it('encode as TextEncoder does, lone surrogates included', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '\ud800', '\udc00', '\ud800\ud800x'),
        (text, lone) => {
          expect(encodeUtf8(text + lone)).toBe(toByteString(new TextEncoder().encode(text + lone)));
        },
      ),
    );
  });

  it('decode what was encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeUtf8(encodeUtf8(text))).toBe(text);
      }),
    );
  });

  it.each([
    ['a\xe9b', 'a\ufffdb'],
    ['\xc3\xa9\xff', 'é\ufffd'],
    ['\xed\xa0\x80', '\ufffd\ufffd\ufffd'],
    ['\xf0\x9f\x98\x80', '😀'],
    ['\xc0\xaf', '\ufffd\ufffd'],
  ])('decode %j for people', (bytes, text) => {
    expect(decodeUtf8(bytes)).toBe(text);
  });
});
