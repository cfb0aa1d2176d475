// Whether node_modules holds what package-lock.json asks for, read from the list that npm itself leaves there
// (node_modules/.package-lock.json). A stamp of our own would call a folder stale that `npm install` has just filled.

/**
 * @typedef {{ readonly version?: string, readonly integrity?: string, readonly optional?: boolean, readonly devOptional?: boolean }} LockedPackage
 * @typedef {{ readonly packages?: Readonly<Record<string, LockedPackage>> }} Lockfile
 */

/**
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile | null} installed node_modules/.package-lock.json
 * @param {(path: string) => boolean} exists
 * @returns {string | null} why the two differ, or null where they agree
 */
export function findDifference(wanted, installed, exists) {
  if (!installed?.packages) return 'nothing is installed yet';
  const wantedPackages = wanted.packages ?? {};
  for (const [path, found] of Object.entries(installed.packages)) {
    const asked = wantedPackages[path];
    if (!asked) return `${path} is not in package-lock.json`;
    if (asked.version !== found.version || asked.integrity !== found.integrity) return `${path} has changed`;
    if (!exists(path)) return `${path} has gone`;
  }
  const isOptional = (/** @type {LockedPackage} */ asked) => asked.optional === true || asked.devOptional === true;
  for (const [path, asked] of Object.entries(wantedPackages)) {
    if (path !== '' && !isOptional(asked) && !installed.packages[path]) return `${path} is missing`;
  }
  return null;
}
