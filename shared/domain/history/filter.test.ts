import { expect, test } from 'vitest';
import { formatTextQuery, parseStatusFilter } from './filter.ts';

test.each([
  ['', { kind: 'any' }],
  ['  ', { kind: 'any' }],
  ['401', { kind: 'status', status: 401 }],
  ['4xx', { kind: 'class', statusClass: 4 }],
  ['5XX', { kind: 'class', statusClass: 5 }],
  ['Failed', { kind: 'outcome', outcome: 'failed' }],
  ['pending', { kind: 'outcome', outcome: 'pending' }],
  ['interrupted', { kind: 'outcome', outcome: 'interrupted' }],
  ['40', { kind: 'nothing' }],
  ['0xx', { kind: 'nothing' }],
  ['response', { kind: 'nothing' }],
])('the status %j asks for %j', (text, filter) => {
  expect(parseStatusFilter(text)).toEqual(filter);
});

test.each([
  ['', null],
  [' \n ', null],
  ['joust', '"joust"*'],
  ['Joust bag', '"Joust"* "bag"*'],
  ['24-MB0', '"24-MB0"*'],
  ['24-MB5000-7', '"24-MB5000-7"'],
  ['café!', '"café!"*'],
  ['no', '"no"'],
  ['say "hi"', '"say"* """hi"""'],
  ['OR NOT (x*', '"OR" "NOT"* "(x*"'],
  ['???', '"???"'],
])('the text %j becomes the query %j', (text, query) => {
  expect(formatTextQuery(text)).toBe(query);
});
