import { expect, test } from 'vitest';
import { baseStringLines, cutAround, findPlace, markAt, tellDifference } from './base-string-lines.ts';

const baseString = 'GET&https%3A%2F%2Fa.test%2Fx&a%255B0%255D%3D1%26a%255B10%255D%3D2%26b%3D3%26c%3D4%26d%3D5';

test('a base string is broken before each & and put together again', () => {
  const lines = baseStringLines(baseString);
  expect(lines.map(({ text }) => text)).toEqual([
    'GET',
    '&https%3A%2F%2Fa.test%2Fx',
    '&a%255B0%255D%3D1',
    '%26a%255B10%255D%3D2',
    '%26b%3D3',
    '%26c%3D4',
    '%26d%3D5',
  ]);
  for (const { text, start } of lines) expect(baseString.startsWith(text, start)).toBe(true);
});

test.each([
  [0, 'the method', ''],
  [8, 'the URL', ''],
  [baseString.indexOf('B0') + 1, 'parameter 1', 'a[0]'],
  [baseString.indexOf('B10') + 1, 'parameter 2', 'a[10]'],
  [baseString.length, 'parameter 5', 'd'],
])('byte %d lies in %s', (place, part, name) => {
  expect(findPlace(baseString, place)).toEqual({ part, name });
});

test('around a difference one line stands before and two behind', () => {
  const { before, shown, after } = cutAround(baseStringLines(baseString), baseString.indexOf('B10'));
  expect([before, shown.map(({ text }) => text.slice(0, 6)), after]).toEqual([
    2,
    ['&a%255', '%26a%2', '%26b%3', '%26c%3'],
    1,
  ]);
});

test.each([
  ['a%255Bb', 3, { from: 1, to: 6 }],
  ['a%255Bb', 6, { from: 6, to: 7 }],
  ['ab', 2, { from: 2, to: 3 }],
])('in %s the place %d is marked whole', (text, place, expected) => {
  expect(markAt(text, place)).toEqual(expected);
});

test.each([
  [
    { part: 'parameter 2', name: 'a[2]' },
    { part: 'parameter 2', name: 'a[10]' },
    'The first difference is in parameter 2, at byte 9: the server has “a[2]” there, “a[10]” was signed.',
  ],
  [
    { part: 'parameter 2', name: 'a' },
    { part: 'parameter 2', name: 'a' },
    'The first difference is in parameter 2 (“a”), at byte 9.',
  ],
  [
    { part: 'the URL', name: '' },
    { part: 'parameter 1', name: 'a' },
    'The first difference is at byte 9, in the URL of the server’s and in parameter 1 (“a”) of what was signed.',
  ],
])('the difference is told %#', (expected, actual, sentence) => {
  expect(tellDifference(expected, actual, 9)).toBe(sentence);
});
