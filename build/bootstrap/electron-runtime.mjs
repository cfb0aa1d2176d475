// Which Electron runs the app: the one that ELECTRON_OVERRIDE_DIST_PATH names, else the official release that package.json
// pins, else (Linux x64 without a way to GitHub) the substitute. All end up where the `electron` package looks, so that
// `npx electron`, Playwright and the packager agree without settings.
import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findConnectProblem, findDownloadHost, isDownloaded } from './download-host.mjs';
import { BootstrapError, fromRoot, readJson } from './project.mjs';
import { run } from './run-command.mjs';
import { isSubstituteFor, prepareSubstitute, substituteFolder, substituteVersion } from './substitute-runtime.mjs';

const packageFolder = fromRoot('node_modules', 'electron');
const distFolder = join(packageFolder, 'dist');
const downloadLimitMs = 15 * 60_000;

/** @typedef {{ readonly kind: 'override' | 'official' | 'substitute', readonly version: string, readonly executable: string }} Runtime */

/** @param {NodeJS.Platform} platform */
export function executableName(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

/** @param {string} path */
function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/**
 * The runtime that is in place, without changing anything.
 * @returns {Runtime | null}
 */
export function findRuntime() {
  const name = executableName(process.platform);
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = override ?? distFolder;
  const executable = join(folder, name);
  if (!existsSync(executable)) return null;
  const version = readText(join(folder, 'version'))?.replace(/^v/, '') ?? 'unknown';
  if (override) return { kind: 'override', version, executable };
  if (readText(join(packageFolder, 'path.txt')) !== name) return null;
  if (isLink(distFolder)) {
    return isSubstituteFor(distFolder) ? { kind: 'substitute', version, executable } : null;
  }
  return version === readJson(join(packageFolder, 'package.json'))?.version
    ? { kind: 'official', version, executable }
    : null;
}

/**
 * Sees to it that Electron can be started.
 * @param {(line: string) => void} say
 * @returns {Promise<Runtime>}
 */
export async function prepareElectron(say) {
  const found = findRuntime();
  if (found) return found;
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    throw new BootstrapError(
      `ELECTRON_OVERRIDE_DIST_PATH names ${override}, but there is no ${executableName(process.platform)} in it. ` +
        'Correct the variable, or unset it to have Electron downloaded.',
    );
  }
  const runtime = (await downloadOfficial(say)) ?? (await installSubstitute(say));
  say(`Electron ${runtime.version} is ready (${runtime.kind === 'official' ? 'official release' : 'substitute'}).`);
  return runtime;
}

/**
 * The package's own installer, which checks the archive against the checksums.json that came from the registry with it.
 * @param {(line: string) => void} say
 */
async function downloadOfficial(say) {
  const { version } = readJson(join(packageFolder, 'package.json'));
  const host = isDownloaded(version) ? null : findDownloadHost(process.env);
  const problem = host && (await findConnectProblem(host));
  if (problem !== null) {
    say(`The official release of Electron could not be had: ${problem}`);
    return null;
  }
  // The installer unpacks into dist: through a link it would write into the substitute's cache.
  if (isLink(distFolder)) rmSync(distFolder);
  say(`Downloading Electron ${version}, the official release.`);
  const outcome = await run(process.execPath, [join(packageFolder, 'install.js')], {
    quiet: true,
    timeoutMs: downloadLimitMs,
    // Checksums fetched from the same server as the archive would prove nothing.
    env: { electron_use_remote_checksums: '', npm_config_electron_use_remote_checksums: '' },
  });
  const runtime = outcome.code === 0 ? findRuntime() : null;
  if (!runtime) say(`The official release could not be had: ${firstLine(outcome.output)}`);
  return runtime;
}

/** @param {string} output */
function firstLine(output) {
  return (
    output
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? 'the installer gave no reason.'
  );
}

/**
 * @param {(line: string) => void} say
 * @returns {Promise<Runtime>}
 */
async function installSubstitute(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new BootstrapError(
      `Electron could not be downloaded, and there is no substitute for ${process.platform} ${process.arch}. ` +
        'Set ELECTRON_MIRROR to a mirror of its releases, or ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked one.',
    );
  }
  await prepareSubstitute(say);
  rmSync(distFolder, { recursive: true, force: true });
  symlinkSync(substituteFolder(), distFolder, 'dir');
  // Exactly this text, without a line end: the package joins it to the folder's path.
  writeFileSync(join(packageFolder, 'path.txt'), executableName('linux'));
  return { kind: 'substitute', version: substituteVersion, executable: join(distFolder, executableName('linux')) };
}
