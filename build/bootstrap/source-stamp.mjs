// Whether dist/ is what the sources say: their content is hashed, not their times, which a checkout or a clone changes.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './project.mjs';

const sources = [
  'electron',
  'renderer',
  'shared',
  'build/icons',
  'build/tsconfig',
  'package-lock.json',
  'package.json',
  'vite.config.ts',
];
const stampFile = join('dist', '.sources.json');

/**
 * @param {string} root
 * @param {string} path relative, with forward slashes
 * @returns {string[]}
 */
function listFiles(root, path) {
  if (statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => listFiles(root, `${path}/${name}`));
}

/**
 * A hash over every file that can change a bundle.
 * @param {string} root
 */
export function hashSources(root) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((path) => listFiles(root, path))) {
    if (/\.test\.tsx?$/.test(file) || !existsSync(join(root, file))) continue;
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @returns {boolean} false too where a bundle was deleted after the build
 */
export function isBuilt(root) {
  const stamp = readJson(join(root, stampFile));
  if (stamp?.sources !== hashSources(root)) return false;
  return stamp.outputs.every((/** @type {string} */ file) => existsSync(join(root, file)));
}

/**
 * @param {string} root
 * @param {string} sourcesHash taken before the build, so that an edit during it is not lost
 */
export function writeStamp(root, sourcesHash) {
  const outputs = listFiles(root, 'dist').filter((file) => join(file) !== stampFile);
  writeFileSync(join(root, stampFile), `${JSON.stringify({ sources: sourcesHash, outputs })}\n`);
}
