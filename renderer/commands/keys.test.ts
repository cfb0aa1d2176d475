import { expect, test } from 'vitest';
import { formatKeys, matchesKeys } from './keys.ts';

const press = (key: string, ...held: ('ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey')[]) => ({
  key,
  ctrlKey: held.includes('ctrlKey'),
  metaKey: held.includes('metaKey'),
  altKey: held.includes('altKey'),
  shiftKey: held.includes('shiftKey'),
});

test.each([
  ['Mod+K', press('k', 'ctrlKey'), false, true],
  ['Mod+K', press('k', 'metaKey'), true, true],
  ['Mod+K', press('k', 'ctrlKey'), true, false],
  ['Mod+K', press('K', 'ctrlKey', 'shiftKey'), false, false],
  ['Mod+Enter', press('Enter', 'ctrlKey'), false, true],
  ['Ctrl+Shift+Tab', press('Tab', 'ctrlKey', 'shiftKey'), true, true],
  ['F6', press('F6'), false, true],
  ['F6', press('F6', 'shiftKey'), false, false],
])('%s %#', (keys, pressed, isMac, expected) => {
  expect(matchesKeys(keys, pressed, isMac)).toBe(expected);
});

test.each([
  ['Mod+K', 'Ctrl K', '⌘K'],
  ['Mod+Enter', 'Ctrl ↵', '⌘↵'],
  ['Ctrl+Shift+Tab', 'Ctrl Shift Tab', '⌃⇧Tab'],
  ['F6', 'F6', 'F6'],
])('%s is written %s and %s', (keys, other, mac) => {
  expect([formatKeys(keys, false), formatKeys(keys, true)]).toEqual([other, mac]);
});
