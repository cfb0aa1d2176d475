// Whether the host that Electron comes from can be reached. Some networks drop packets to it without an answer, and the
// installer would wait for minutes without a word.
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';

const releases = 'https://github.com/electron/electron/releases/download/';
const connectLimitMs = 5_000;

const proxyNames = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'npm_config_https_proxy', 'npm_config_proxy'];
const mirrorNames = ['npm_config_electron_mirror', 'ELECTRON_MIRROR'];

/**
 * @param {NodeJS.ProcessEnv} environment
 * @param {readonly string[]} names in any case
 */
function readFirst(environment, names) {
  const found = names.flatMap((name) => [environment[name], environment[name.toLowerCase()]]);
  return found.find((value) => value !== undefined && value !== '');
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @returns {{ readonly host: string, readonly port: number } | null} null where a proxy stands between, so that a
 *   connection of our own tells nothing
 */
export function findDownloadHost(environment) {
  if (readFirst(environment, proxyNames) !== undefined) return null;
  const mirror = readFirst(environment, mirrorNames) ?? releases;
  if (!URL.canParse(mirror)) return null;
  const { protocol, hostname, port } = new URL(mirror);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (protocol === 'http:' ? 80 : 443) };
}

/**
 * @param {{ readonly host: string, readonly port: number }} target
 * @param {number} [limitMs]
 * @returns {Promise<string | null>} why there is no connection; null where there is one
 */
export function findConnectProblem({ host, port }, limitMs = connectLimitMs) {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    /** @param {string | null} problem */
    const end = (problem) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(problem);
    };
    // The socket's own timeout would not count the look-up of the name.
    const timer = setTimeout(() => end(`${host} did not answer within ${limitMs / 1000} seconds.`), limitMs);
    socket.on('connect', () => end(null));
    socket.on('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      end(`${host} can't be reached (${error.code ?? error.message}).`),
    );
  });
}

/**
 * The folder in which the installer keeps what it has downloaded.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} environment
 */
function downloadCache(platform, environment) {
  if (environment.electron_config_cache) return environment.electron_config_cache;
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'electron');
  if (platform === 'win32')
    return join(environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'electron', 'Cache');
  return join(environment.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'electron');
}

/**
 * Whether the installer has the release already and needs no network.
 * @param {string} version of Electron
 */
export function isDownloaded(version) {
  const archive = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  try {
    const entries = readdirSync(downloadCache(process.platform, process.env), { recursive: true });
    return entries.some((entry) => String(entry).endsWith(archive));
  } catch {
    return false;
  }
}
