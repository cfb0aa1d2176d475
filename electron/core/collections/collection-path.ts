// Nothing outside a collection's folder is ever read or written, whatever path a call or a link asks for.
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { outsideError } from './collection-errors.ts';

/** Files that describe a folder, not a request. */
const describingFiles = ['opencollection.yml', 'opencollection.yaml', 'folder.yml', 'folder.yaml'];

/** Whether a file name is that of a request. */
export function isRequestFile(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !name.startsWith('.') && !describingFiles.includes(name.toLowerCase());
}

/**
 * The absolute path of `path`, which is relative with `/`; empty is the folder itself. Throws AppError
 * `collection.invalid` where it leads outside, or through a link.
 */
export function resolveInside(directory: string, path: string): string {
  if (path === '') return directory;
  const segments = path.split('/');
  let resolved = directory;
  for (const segment of segments) {
    // A backslash or a colon is a separator or a drive on Windows, and no collection of ours has one.
    if (segment === '' || segment === '.' || segment === '..' || /[\\:\0]/.test(segment)) throw outsideError(path);
    resolved = join(resolved, segment);
    if (isLink(resolved)) throw outsideError(path);
  }
  return resolved;
}

/** The absolute path of a request's file. Throws AppError `collection.invalid`. */
export function resolveRequest(directory: string, path: string): string {
  const resolved = resolveInside(directory, path);
  if (!isRequestFile(path.split('/').at(-1) ?? '')) throw outsideError(path);
  return resolved;
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    // What is not there yet is no link.
    return false;
  }
}
