// The app inside the substitute runtime: it runs another one, as an official Electron does for
// `electron [-r module]… [switches] path [arguments of the app]`. Playwright starts its own loader with `-r`.
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

function readArguments(args) {
  const preloads = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '-r' || argument === '--require') preloads.push(args[(index += 1)]);
    else if (argument === '-v' || argument === '--version') return { preloads, path: null, wantsVersion: true };
    else if (!argument.startsWith('-')) return { preloads, path: resolve(argument), wantsVersion: false };
  }
  return { preloads, path: null, wantsVersion: false };
}

/** Gives the app its name, version and folder, which is what a packaged app would have. */
function adopt(folder) {
  const manifestPath = join(folder, 'package.json');
  if (!existsSync(manifestPath)) return;
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  const name = manifest.productName ?? manifest.name;
  if (name) app.setName(name);
  if (manifest.version) app.setVersion(manifest.version);
  if (manifest.desktopName) app.setDesktopName(manifest.desktopName);
  app.setAppPath(folder);
}

const { preloads, path, wantsVersion } = readArguments(process.argv.slice(1));
if (wantsVersion) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}
if (path === null) {
  console.error('This Electron runs the app whose path it is given: electron path-to-app');
  process.exit(1);
}
const require = createRequire(join(process.cwd(), 'package.json'));
for (const preload of preloads) require(preload);
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
try {
  adopt(path);
  // Before `ready`: Electron waits for this module to be evaluated.
  await import(pathToFileURL(require.resolve(path)).href);
} catch (error) {
  console.error(`${path} could not be run as an app.`);
  console.error(error);
  process.exit(1);
}
