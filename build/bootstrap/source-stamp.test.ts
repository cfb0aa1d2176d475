import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashSources, isBuilt, writeStamp } from './source-stamp.mjs';

let root = '';

function write(path: string, text: string) {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lodestone-stamp-'));
  write('electron/shell/main.ts', 'one');
  write('shared/kernel/result.ts', 'two');
  write('package.json', '{}');
  write('dist/electron/main.cjs', 'built');
  writeStamp(root, hashSources(root));
});
afterEach(() => rmSync(root, { recursive: true }));

test.each<[string, () => void, boolean]>([
  ['nothing has changed', () => undefined, true],
  ['a file was only touched', () => utimesSync(join(root, 'electron/shell/main.ts'), 1, 1), true],
  ['a test has changed', () => write('shared/kernel/result.test.ts', 'three'), true],
  ['documentation has changed', () => write('docs/guide.md', 'three'), true],
  ['a source has changed', () => write('shared/kernel/result.ts', 'three'), false],
  ['a source was added', () => write('renderer/main.tsx', 'three'), false],
  ['a source was removed', () => rmSync(join(root, 'shared/kernel/result.ts')), false],
  ['the dependencies have changed', () => write('package-lock.json', '{}'), false],
  ['a bundle was deleted', () => rmSync(join(root, 'dist/electron/main.cjs')), false],
  ['everything built was deleted', () => rmSync(join(root, 'dist'), { recursive: true }), false],
])('%s', (_, change, expected) => {
  change();
  expect(isBuilt(root)).toBe(expected);
});

test('text that moves from one file to the next is a change', () => {
  write('electron/a.ts', 'xy');
  write('electron/b.ts', 'z');
  const before = hashSources(root);
  write('electron/a.ts', 'x');
  write('electron/b.ts', 'yz');
  expect(hashSources(root)).not.toBe(before);
});
