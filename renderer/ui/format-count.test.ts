import { expect, test } from 'vitest';
import { formatPlural } from './format-count.ts';

test.each([
  [0, '0 exchanges'],
  [1, '1 exchange'],
  [1204, '1,204 exchanges'],
])('%d reads %s', (count, text) => {
  expect(formatPlural(count, 'exchange')).toBe(text);
});
