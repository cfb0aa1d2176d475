import { BootstrapError, fromRoot, projectRoot } from './project.mjs';
import { run } from './run-command.mjs';
import { isBuilt } from './source-stamp.mjs';

/** Builds the app where its sources have changed since the last build. */
export async function ensureBuilt() {
  if (isBuilt(projectRoot)) return;
  const { code } = await run(process.execPath, [fromRoot('build', 'bootstrap', 'build.mjs')]);
  if (code !== 0) throw new BootstrapError('The app could not be built; the message stands above.');
}
