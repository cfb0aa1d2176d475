import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJson } from './format-json.ts';

describe('formatJson', () => {
  it.each([
    ['{"a":1,"b":[1,2],"c":{},"d":[]}', '{\n  "a": 1,\n  "b": [\n    1,\n    2\n  ],\n  "c": {},\n  "d": []\n}'],
    [' [ { } , [ ] ] ', '[\n  {},\n  []\n]'],
    ['"text"', '"text"'],
    ['9007199254740993', '9007199254740993'],
    ['[1.0,1e400,-0,1E+2]', '[\n  1.0,\n  1e400,\n  -0,\n  1E+2\n]'],
    ['{"a":1,"a":2}', '{\n  "a": 1,\n  "a": 2\n}'],
    ['"\\u00e9\\/é"', '"\\u00e9\\/é"'],
  ])('keeps every token of %s', (text, expected) => {
    expect(formatJson(text)).toEqual({ ok: true, text: expected });
  });

  it.each([
    ['', 0, 'The text ends before the value does.'],
    ['{"a":1', 6, 'The text ends before the value does.'],
    ['{"a" 1}', 5, 'A colon is expected here.'],
    ['{a:1}', 1, 'A name in double quotes or “}” is expected here.'],
    ['{"a":1,}', 7, 'A name in double quotes is expected here.'],
    ['[1,]', 3, 'A value is expected here.'],
    ['[1}', 2, 'A comma or the closing bracket is expected here.'],
    ['1 2', 2, 'Nothing may follow the value.'],
    ['[1]]', 3, 'Nothing may follow the value.'],
    ['"a\nb"', 2, 'A control character inside a string has to be escaped.'],
    ['"\\x"', 1, 'This escape does not exist in JSON.'],
    ['"\\u12g4"', 1, 'This escape does not exist in JSON.'],
    ['"abc', 4, 'The string has no closing quote.'],
    ['[NaN]', 1, 'A value or “]” is expected here.'],
    ['01', 1, 'Nothing may follow the value.'],
  ])('says where %j is wrong', (text, offset, message) => {
    expect(formatJson(text)).toEqual({ ok: false, error: { offset, message } });
  });

  it('means the same to JSON.parse, and is stable', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 4 }), (text, indent) => {
        const formatted = formatJson(text, indent);
        if (!formatted.ok) throw new Error(formatted.error.message);
        expect(JSON.parse(formatted.text)).toEqual(JSON.parse(text));
        expect(formatJson(formatted.text, indent)).toEqual(formatted);
      }),
    );
  });

  it('lays plain values out as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(formatJson(JSON.stringify(value))).toEqual({ ok: true, text: JSON.stringify(value, null, 2) });
      }),
    );
  });

  it('accepts and refuses what JSON.parse does', () => {
    const pieces = fc.constantFrom(...'{}[],:"0-1.eE+\\un tf', 'true', 'null', '"a"', '\n', '\u00a0', '\ufeff');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (list) => {
        const text = list.join('');
        expect(formatJson(text).ok).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('needs no stack for depth and no regular expression for length', () => {
    const depth = 100_000;
    expect(formatJson('['.repeat(depth) + ']'.repeat(depth), 0).ok).toBe(true);
    expect(formatJson(`"${'\\"x'.repeat(1_000_000)}"`).ok).toBe(true);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
