// Builds every bundle of vite.config.ts into dist/. A program of its own, so that what a build does to its process
// (NODE_ENV, loaded tools) stays out of the one that starts the app or the tests.
import { rmSync } from 'node:fs';
import { BootstrapError, exitWith, fromRoot, projectRoot } from './project.mjs';
import { hashSources, writeStamp } from './source-stamp.mjs';

const options = {
  configFile: fromRoot('vite.config.ts'),
  logLevel: /** @type {const} */ ('warn'),
  // Advice on slow plugins, which is no business of who starts the app.
  build: { rolldownOptions: { checks: { pluginTimings: false } } },
};
const bundles = ['main', 'preload', 'sandbox', 'renderer', 'cli'];

async function buildAll() {
  process.env.NODE_ENV = 'production';
  process.chdir(projectRoot);
  const { build } = await import('vite');
  const startedAt = performance.now();
  const sources = hashSources(projectRoot);
  rmSync(fromRoot('dist'), { recursive: true, force: true });
  for (const mode of bundles) {
    await build({ ...options, mode }).catch((error) => {
      throw new BootstrapError(`build: ${mode} failed. ${error.message}`);
    });
  }
  writeStamp(projectRoot, sources);
  console.log(`build: ${bundles.join(', ')} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}

buildAll().catch(exitWith);
