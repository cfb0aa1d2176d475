import { expect, test } from 'vitest';
import { matchEntry } from './match-entry.ts';

const best = (search: string, ...titles: string[]) =>
  titles
    .map((title) => ({ title, score: matchEntry('id', search, [title, 'Requests', 'Getting started']) }))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score)
    .map(({ title }) => title);

test.each([
  [
    'pro',
    ['Products by filter', 'Remove test product', 'Improve'],
    ['Products by filter', 'Remove test product', 'Improve'],
  ],
  ['twelve filter', ['Twelve filter groups', 'Products by filter'], ['Twelve filter groups']],
  ['getting', ['My customer data'], ['My customer data']],
  ['xyz', ['My customer data'], []],
])('%s', (search, titles, expected) => {
  expect(best(search, ...titles)).toEqual(expected);
});

test('the id is not searched', () => {
  expect(matchEntry('theme.dark', 'theme.dark', ['Dark', 'View', ''])).toBe(0);
});
