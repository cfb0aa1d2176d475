// The shared libraries that Electron is linked against and that a bare Linux lacks, and the virtual display for its tests.
import { BootstrapError } from './project.mjs';
import { choosePackages, formatCommands, packageManagers, readAptCandidates } from './linux-packages.mjs';
import { isOnPath, run } from './run-command.mjs';

const isRoot = process.getuid?.() === 0;

/**
 * Installs what is missing where it may, else says by name what is missing and how to install it.
 * @param {{ readonly executable: string | null, readonly needsVirtualDisplay: boolean }} needs no `executable` = no libraries are needed
 * @param {(line: string) => void} say
 */
export async function prepareSystemLibraries({ executable, needsVirtualDisplay }, say) {
  if (process.platform !== 'linux') return;
  const missing = await findMissing({ executable, needsVirtualDisplay });
  if (missing.length === 0) return;
  const manager = packageManagers.find(({ program }) => isOnPath(program));
  if (!manager) {
    throw new BootstrapError(
      `Electron needs ${summarise(missing)}, and no package manager known to this script is here (apt-get, dnf, pacman). ` +
        'Install them with the one of this system, then run the same command again.',
    );
  }
  const wanted = [...manager.libraries, ...(needsVirtualDisplay ? manager.display : [])];
  if (!isRoot || manager.program !== 'apt-get') {
    const packages = choosePackages(wanted, await readAvailable(manager, wanted));
    throw new BootstrapError(
      `Electron needs ${summarise(missing)}. Install what is missing with\n\n` +
        `  ${formatCommands(manager.commands(packages), { isRoot })}\n\nand run the same command again.`,
    );
  }
  say(`Installing system packages with apt-get (missing: ${summarise(missing)}).`);
  await install(manager, wanted);
  const left = await findMissing({ executable, needsVirtualDisplay });
  if (left.length > 0) throw new BootstrapError(`Electron still needs ${summarise(left)} after installing packages.`);
}

/** @param {readonly string[]} names */
function summarise(names) {
  const shown = 4;
  return names.length <= shown
    ? names.join(', ')
    : `${names.slice(0, shown).join(', ')} and ${names.length - shown} more`;
}

/** @param {{ readonly executable: string | null, readonly needsVirtualDisplay: boolean }} needs */
async function findMissing({ executable, needsVirtualDisplay }) {
  const libraries = executable === null ? [] : await findMissingLibraries(executable);
  const programs = needsVirtualDisplay ? ['xvfb-run', 'Xvfb', 'xauth'].filter((program) => !isOnPath(program)) : [];
  return [...libraries, ...programs];
}

/** @param {string} executable */
async function findMissingLibraries(executable) {
  const { output } = await run('ldd', [executable], { quiet: true });
  return readMissingLibraries(output);
}

/**
 * The names that `ldd` could not resolve.
 * @param {string} output
 */
export function readMissingLibraries(output) {
  return [...output.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => /** @type {string} */ (match[1]));
}

/**
 * @param {import('./linux-packages.mjs').PackageManager} manager
 * @param {readonly (readonly string[])[]} wanted
 */
async function install(manager, wanted) {
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  const commands = () =>
    readAvailable(manager, wanted).then((isAvailable) => manager.commands(choosePackages(wanted, isAvailable)));
  // The names are chosen anew after `update`: before it a fresh system knows none.
  const [update] = await commands();
  for (const pick of [async () => update, async () => (await commands()).at(-1)]) {
    const [program = '', ...args] = (await pick()) ?? [];
    const { code, output } = await run(program, args, { quiet: true, env: environment });
    if (code !== 0) {
      throw new BootstrapError(`${output.trim()}\n${[program, ...args].join(' ')} failed; its message stands above.`);
    }
  }
}

/**
 * @param {import('./linux-packages.mjs').PackageManager} manager
 * @param {readonly (readonly string[])[]} wanted
 * @returns {Promise<(name: string) => boolean>}
 */
async function readAvailable(manager, wanted) {
  if (manager.program !== 'apt-get') return () => true;
  const { output } = await run('apt-cache', ['policy', ...wanted.flat()], { quiet: true, env: { LC_ALL: 'C' } });
  const candidates = readAptCandidates(output);
  return (name) => candidates.has(name);
}
