// What the libraries that Electron needs are called on each family of Linux, and the command that installs them.

/**
 * @typedef {object} PackageManager
 * @property {string} program
 * @property {readonly (readonly string[])[]} libraries each one a list of names that it goes by, the newest first
 * @property {readonly (readonly string[])[]} display what a virtual display needs
 * @property {(packages: readonly string[]) => readonly (readonly string[])[]} commands
 */

/** @type {readonly PackageManager[]} */
export const packageManagers = [
  {
    program: 'apt-get',
    // The t64 names are those since the change to 64-bit time (Debian 13, Ubuntu 24.04).
    libraries: [
      ['libgtk-3-0t64', 'libgtk-3-0'],
      ['libnss3'],
      ['libasound2t64', 'libasound2'],
      ['libgbm1'],
      ['libxss1'],
      ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
    ],
    display: [['xvfb'], ['xauth']],
    commands: (packages) => [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', ...packages],
    ],
  },
  {
    program: 'dnf',
    libraries: [['gtk3'], ['nss'], ['alsa-lib'], ['mesa-libgbm'], ['libXScrnSaver'], ['at-spi2-atk']],
    display: [['xorg-x11-server-Xvfb'], ['xorg-x11-xauth']],
    commands: (packages) => [['dnf', 'install', '-y', ...packages]],
  },
  {
    program: 'pacman',
    libraries: [['gtk3'], ['nss'], ['alsa-lib'], ['mesa'], ['libxss'], ['at-spi2-core']],
    display: [['xorg-server-xvfb'], ['xorg-xauth']],
    commands: (packages) => [['pacman', '-S', '--needed', '--noconfirm', ...packages]],
  },
];

/**
 * Picks of each library's names the one that this system has.
 * @param {readonly (readonly string[])[]} libraries
 * @param {(name: string) => boolean} isAvailable
 */
export function choosePackages(libraries, isAvailable) {
  return libraries.map((names) => names.find(isAvailable) ?? /** @type {string} */ (names.at(-1)));
}

/**
 * The packages that can be installed, from the output of `apt-cache policy name…`. Ubuntu answers for the old names too,
 * as virtual packages without a candidate.
 * @param {string} policy
 * @returns {ReadonlySet<string>}
 */
export function readAptCandidates(policy) {
  const names = new Set();
  let name = '';
  for (const line of policy.split('\n')) {
    const heading = /^(\S+):$/.exec(line);
    if (heading) name = heading[1] ?? '';
    const candidate = /^\s+Candidate: (.+)$/.exec(line);
    if (candidate && candidate[1] !== '(none)') names.add(name);
  }
  return names;
}

/**
 * One line for a shell.
 * @param {readonly (readonly string[])[]} commands
 * @param {{ readonly isRoot: boolean }} options
 */
export function formatCommands(commands, { isRoot }) {
  return commands.map((command) => [...(isRoot ? [] : ['sudo']), ...command].join(' ')).join(' && ');
}
