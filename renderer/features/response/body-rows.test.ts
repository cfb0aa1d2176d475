import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMatches, rowOfOffset, rowRange, splitRows } from './body-rows.ts';

const written = (text: string, columns: number) => {
  const rows = splitRows(text, columns);
  return rows.starts.map((_, index) => {
    const [start, end] = rowRange(rows, index, text.length);
    return `${rows.lines[index]}:${text.slice(start, end)}`;
  });
};

test.each([
  ['', 10, ['1:']],
  ['a\nb', 10, ['1:a', '2:b']],
  ['a\n', 10, ['1:a', '2:']],
  ['abcdef\ng', 4, ['1:abcd', '0:ef', '2:g']],
  ['abcd\n\nx', 4, ['1:abcd', '2:', '3:x']],
])('%j at %d', (text, columns, expected) => {
  expect(written(text, columns)).toEqual(expected);
});

test('no character is lost or drawn twice, and each is found in its row', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', '\n') }),
      fc.integer({ min: 1, max: 6 }),
      (text, columns) => {
        const rows = splitRows(text, columns);
        const ranges = rows.starts.map((_, index) => rowRange(rows, index, text.length));
        const back = ranges.map(
          ([start, end], index) => (rows.lines[index] === 0 || index === 0 ? '' : '\n') + text.slice(start, end),
        );
        expect(back.join('')).toBe(text);
        for (const [start, end] of ranges) expect(end - start).toBeLessThanOrEqual(columns);
        for (let offset = 0; offset < text.length; offset += 1) {
          const [start, end] = ranges[rowOfOffset(rows, offset)] ?? [0, 0];
          expect(start <= offset && offset <= end).toBe(true);
        }
      },
    ),
  );
});

test.each([
  ['SKU sku.sku', 'sku', [0, 4, 8]],
  ['a.b axb', 'a.b', [0]],
  ['abc', '', []],
])('matches in %j of %j', (text, word, expected) => {
  expect(findMatches(text, word)).toEqual(expected);
});
