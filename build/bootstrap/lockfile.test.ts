import { expect, test } from 'vitest';
import { findDifference } from './lockfile.mjs';

const vite = { version: '8.0.0', integrity: 'sha512-a' };
const fsevents = { version: '2.3.0', integrity: 'sha512-b', optional: true };
const wanted = { packages: { '': {}, 'node_modules/vite': vite, 'node_modules/fsevents': fsevents } };
const everythingExists = () => true;

test.each([
  ['nothing was ever installed', null, everythingExists, 'nothing is installed yet'],
  ['an installation broke off', {}, everythingExists, 'nothing is installed yet'],
  [
    'all is there',
    { packages: { 'node_modules/vite': vite, 'node_modules/fsevents': fsevents } },
    everythingExists,
    null,
  ],
  ['an optional package is for another system', { packages: { 'node_modules/vite': vite } }, everythingExists, null],
  ['a package is missing', { packages: {} }, everythingExists, 'node_modules/vite is missing'],
  [
    'a package has another version',
    { packages: { 'node_modules/vite': { ...vite, version: '7.0.0' } } },
    everythingExists,
    'node_modules/vite has changed',
  ],
  [
    'a package has the same version and other content',
    { packages: { 'node_modules/vite': { ...vite, integrity: 'sha512-c' } } },
    everythingExists,
    'node_modules/vite has changed',
  ],
  [
    'a package is no longer asked for',
    { packages: { 'node_modules/vite': vite, 'node_modules/left': vite } },
    everythingExists,
    'node_modules/left is not in package-lock.json',
  ],
  [
    'a folder was deleted by hand',
    { packages: { 'node_modules/vite': vite } },
    () => false,
    'node_modules/vite has gone',
  ],
])('%s', (_, installed, exists, difference) => {
  expect(findDifference(wanted, installed, exists)).toBe(difference);
});
