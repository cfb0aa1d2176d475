import { expect, test } from 'vitest';
import { judgeColours, judgeName, judgeSize, judgeSizes, percentile } from './file-rules.mjs';

test.each([
  [[], 0.5, 0],
  [[7], 0.5, 7],
  [[3, 1, 2], 0.5, 2],
  [[10, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0.9, 9],
])('of %j the share %d is %d', (values, share, expected) => {
  expect(percentile(values, share)).toBe(expected);
});

test('files must be short, most of them very short', () => {
  expect(judgeSizes([10, 80, 200])).toEqual([]);
  expect(judgeSizes([81, 81, 81])).toEqual(['The median file has 81 lines; 80 are the most.']);
  expect(judgeSizes([10, 10, 251])).toEqual(['One file in ten has more than 250 lines (251).']);
  expect(judgeSize({ path: 'a.ts', lines: 400 })).toEqual([]);
  expect(judgeSize({ path: 'a.ts', lines: 401 })).toEqual([
    'a.ts has 401 lines; 400 are the most. Split it by what it does.',
  ]);
});

test.each([
  ['shared/domain/http/raw-url.ts', true],
  ['shared/domain/oauth1/profiles/magento-2.4.4.ts', true],
  ['renderer/ui/button.module.css', true],
  ['tests/e2e/security.spec.ts', true],
  ['renderer/ui/Button.tsx', false],
  ['shared/kernel/raw_url.ts', false],
  ['shared/kernel/utils.ts', false],
  ['electron/core/history-manager.ts', false],
])('the name %s is %s', (path, isGood) => {
  expect(judgeName(path).length === 0).toBe(isGood);
});

test.each([
  ['color: var(--text);', true],
  ['color: #fff;', false],
  ['background: rgb(0 0 0 / 50%);', false],
  ['background: color-mix(in oklab, var(--accent) 20%, transparent);', true],
])('the style %s is %s', (text, isGood) => {
  expect(judgeColours('a.module.css', text).length === 0).toBe(isGood);
});
