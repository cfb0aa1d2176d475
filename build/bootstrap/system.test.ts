// What the bootstrap concludes from the system that it finds.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgeSandbox } from './chromium-sandbox.mjs';
import { hasDisplay } from './display.mjs';
import { executableName } from './electron-runtime.mjs';
import { readMissingLibraries } from './system-libraries.mjs';
import { userCacheFolder } from './user-cache.mjs';

test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['darwin', {}, true],
  ['win32', {}, true],
] as const)('display on %s with %j: %j', (platform, environment, expected) => {
  expect(hasDisplay(platform, environment)).toBe(expected);
});

test.each([
  ['root', { isRoot: true, allowsUserNamespaces: true, isHelperSetuid: true }, 'impossible'],
  ['a user on Debian', { isRoot: false, allowsUserNamespaces: true, isHelperSetuid: false }, 'available'],
  ['a user on Ubuntu', { isRoot: false, allowsUserNamespaces: false, isHelperSetuid: false }, 'forbidden'],
  [
    'a user on Ubuntu with the helper set up',
    { isRoot: false, allowsUserNamespaces: false, isHelperSetuid: true },
    'available',
  ],
])('the sandbox of Chromium for %s', (_, facts, expected) => {
  expect(judgeSandbox(facts)).toBe(expected);
});

test('the executable has the name that the electron package looks for', () => {
  expect((['linux', 'darwin', 'win32'] as const).map(executableName)).toEqual([
    'electron',
    'Electron.app/Contents/MacOS/Electron',
    'electron.exe',
  ]);
});

test('missing libraries are read from ldd', () => {
  const output = [
    '\tlinux-vdso.so.1 (0x00007ffd1b5f2000)',
    '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f5b0c000000)',
    '\tlibgtk-3.so.0 => not found',
    '\tlibnss3.so => not found',
    '\t/lib64/ld-linux-x86-64.so.2 (0x00007f5b17a4b000)',
  ].join('\n');
  expect(readMissingLibraries(output)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
});

test.each([
  [{ XDG_CACHE_HOME: '/var/cache/someone' }, '/var/cache/someone/lodestone'],
  [{ XDG_CACHE_HOME: 'relative' }, join(homedir(), '.cache', 'lodestone')],
  [{}, join(homedir(), '.cache', 'lodestone')],
])('caches with %j', (environment, folder) => {
  expect(userCacheFolder(environment)).toBe(folder);
});
