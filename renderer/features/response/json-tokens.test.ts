import { expect, test } from 'vitest';
import { jsonTokens } from './json-tokens.ts';

test.each([
  ['  "sku": "24-MB\\"01",', ['key "sku"', 'punctuation :', 'string "24-MB\\"01"', 'punctuation ,']],
  ['"id": 9007199254740993', ['key "id"', 'punctuation :', 'number 9007199254740993']],
  [
    '[true, null, -1.5e3]',
    [
      'punctuation [',
      'literal true',
      'punctuation ,',
      'literal null',
      'punctuation ,',
      'number -1.5e3',
      'punctuation ]',
    ],
  ],
  ['"cut off', ['string "cut off']],
  ['', []],
])('%s', (line, expected) => {
  expect(jsonTokens(line).map(({ kind, start, end }) => `${kind} ${line.slice(start, end)}`)).toEqual(expected);
});
