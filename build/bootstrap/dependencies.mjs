import { existsSync } from 'node:fs';
import { findDifference } from './lockfile.mjs';
import { BootstrapError, fromRoot, readJson } from './project.mjs';
import { runNpm } from './run-command.mjs';

/**
 * Runs `npm ci` where node_modules is not what package-lock.json asks for.
 * @param {(line: string) => void} say
 */
export async function prepareDependencies(say) {
  const wanted = readJson(fromRoot('package-lock.json'));
  if (!wanted) throw new BootstrapError('package-lock.json is missing or damaged. Restore it from the repository.');
  const installed = readJson(fromRoot('node_modules', '.package-lock.json'));
  const difference = findDifference(wanted, installed, (path) => existsSync(fromRoot(path, 'package.json')));
  if (difference === null) return;
  say(`Installing dependencies with npm ci (${difference}).`);
  // NODE_ENV=production would leave out the tools that build the app.
  const { code } = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    throw new BootstrapError('npm ci failed; its message stands above. Is the npm registry reachable from here?');
  }
}
