import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * Unpacks a part of a zip archive, with the files' permissions.
 * @param {string} archive
 * @param {string} target
 * @param {(name: string) => string | null} place where an entry goes inside `target`; null leaves it out
 */
export async function unzip(archive, target, place) {
  const { default: yauzl } = await import('yauzl');
  const zip = await yauzl.openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    const name = place(entry.fileName);
    if (name === null || name === '' || entry.fileName.endsWith('/')) continue;
    const path = join(target, name);
    if (isOutside(target, path)) throw new Error(`${archive} holds ${entry.fileName}, which leads out of its folder.`);
    await mkdir(dirname(path), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, mode === 0 ? {} : { mode }));
  }
}

/**
 * @param {string} folder
 * @param {string} path
 */
function isOutside(folder, path) {
  const inside = relative(folder, path);
  return inside.startsWith('..') || isAbsolute(inside);
}
