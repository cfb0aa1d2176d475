// What the bootstrap concludes from the system that it finds.
import { createServer, type AddressInfo } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allowsUserNamespaces, judgeSandbox } from './chromium-sandbox.mjs';
import { hasDisplay } from './display.mjs';
import { findConnectProblem, findDownloadHost } from './download-host.mjs';
import { executableName } from './electron-runtime.mjs';
import { isNodeAllowed, requireNode } from './node-version.mjs';
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

test.each([
  [{}, true],
  [{ 'user/max_user_namespaces': '15000', 'kernel/unprivileged_userns_clone': '1' }, true],
  [{ 'kernel/apparmor_restrict_unprivileged_userns': '1' }, false],
  [{ 'kernel/unprivileged_userns_clone': '0' }, false],
  [{ 'user/max_user_namespaces': '0' }, false],
])('user namespaces with %j: %j', (switches: Readonly<Record<string, string>>, expected) => {
  expect(allowsUserNamespaces((name) => switches[name] ?? null)).toBe(expected);
});

test.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['22.0.0', true],
  ['100.1.0', true],
  ['20.18.3', false],
  ['18.20.8', false],
  ['20.19.0-nightly', true],
])('Node %s: %j', (version, expected) => {
  expect(isNodeAllowed(version, '>=20.19')).toBe(expected);
});

test('a Node that is too old is told in one sentence', () => {
  expect(() => requireNode('18.20.8', '>=20.19')).toThrow(
    'Lodestone needs Node.js 20.19 or later, and this is 18.20.8: install a newer one and run the command again.',
  );
});

test.each([
  [{}, { host: 'github.com', port: 443 }],
  [{ ELECTRON_MIRROR: 'http://mirror.test:8080/electron/' }, { host: 'mirror.test', port: 8080 }],
  [{ npm_config_electron_mirror: 'http://mirror.test/' }, { host: 'mirror.test', port: 80 }],
  [{ HTTPS_PROXY: 'http://proxy.test:3128' }, null],
  [{ http_proxy: 'http://proxy.test:3128', ELECTRON_MIRROR: 'https://mirror.test/' }, null],
])('Electron comes with %j from %j', (environment, expected) => {
  expect(findDownloadHost(environment)).toEqual(expected);
});

test('a host that can be reached is told from one that refuses', async () => {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const target = { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
  expect(await findConnectProblem(target)).toBe(null);
  await new Promise((resolve) => server.close(resolve));
  expect(await findConnectProblem(target)).toBe("127.0.0.1 can't be reached (ECONNREFUSED).");
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
