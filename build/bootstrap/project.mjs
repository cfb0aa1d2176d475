// Where the project stands. Everything in this folder runs before `npm ci`, so it may import only Node's own modules;
// packages are loaded later, by `import()`, once they are known to be there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** @param {...string} segments */
export const fromRoot = (...segments) => join(projectRoot, ...segments);

/**
 * @param {string} path
 * @returns {any} the parsed file, or null where there is none or it is broken
 */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** A problem that a person can solve: printed without a stack. */
export class BootstrapError extends Error {}

/**
 * Ends the process with the sentence of a `BootstrapError`, or with the stack of a bug.
 * @param {unknown} error
 */
export function exitWith(error) {
  console.error(error instanceof BootstrapError ? error.message : error);
  process.exit(1);
}
