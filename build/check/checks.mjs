// Every check of `npm run check`. Adding one is an entry here; each is a program that ends with 0 where all is well.
import { fromRoot } from '../bootstrap/project.mjs';

/** @typedef {{ readonly name: string, readonly args: readonly string[] }} Check `args` of Node */

/** @param {readonly string[]} segments */
const tool = (...segments) => fromRoot('node_modules', ...segments);
/** @param {string} name */
const cache = (name) => fromRoot('node_modules', '.cache', 'lodestone', name);

const typedParts = ['shared', 'electron', 'electron/preload', 'renderer', 'tests', 'build', '.'];

/** The slow ones stand first, so that they don't run alone at the end. @type {readonly Check[]} */
export const checks = [
  {
    name: 'lint',
    args: [tool('eslint', 'bin', 'eslint.js'), '.', '--max-warnings=0'],
  },
  ...typedParts.map((part) => ({
    name: `types in ${part === '.' ? 'the root' : part}`,
    args: [tool('typescript', 'bin', 'tsc'), '-p', part],
  })),
  {
    name: 'boundaries',
    args: [
      tool('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      ...['shared', 'electron', 'renderer', 'tests', 'build'],
      '--output-type=err-long',
    ],
  },
  { name: 'dead code', args: [tool('knip', 'bin', 'knip.js'), '--no-progress'] },
  {
    name: 'format',
    args: [
      tool('prettier', 'bin', 'prettier.cjs'),
      ...['--check', '.', '--log-level=warn', '--cache', `--cache-location=${cache('prettier')}`],
    ],
  },
  { name: 'files', args: [fromRoot('build', 'check', 'files.mjs')] },
  { name: 'docs', args: [fromRoot('build', 'docs', 'ipc-docs.mjs')] },
];
