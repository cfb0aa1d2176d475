import { expect, test } from 'vitest';
import { findJsonProblem, formatJsonBody } from './find-json-problem.ts';

test.each([
  ['', null],
  ['{"a": {{qty}}, "b": "{{name}} x"}', null],
  ['{"a": {{qty}} {{other}}}', 14],
  ['{"a": }', 6],
  ['[1,', 3],
])('%s', (text, offset) => {
  expect(findJsonProblem(text)?.offset ?? null).toBe(offset);
});

test.each([
  ['{"a":1}', '{\n  "a": 1\n}'],
  ['{"qty":{{qty}},"name":"{{ first }} x"}', '{\n  "qty": {{qty}},\n  "name": "{{ first }} x"\n}'],
  ['[ {{a}},\n\n{{b}} ]', '[\n  {{a}},\n  {{b}}\n]'],
  ['{"id":9007199254740993}', '{\n  "id": 9007199254740993\n}'],
  ['{"a":', null],
])('formats %s', (text, expected) => {
  expect(formatJsonBody(text)).toBe(expected);
});
