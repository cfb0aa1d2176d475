// Whether the Node that runs this is one that package.json allows. npm only warns of another, and what fails later says
// nothing of the cause.
import { BootstrapError } from './project.mjs';

/**
 * @param {string} version such as 20.19.1
 * @param {string} range of the form >=20.19
 */
export function isNodeAllowed(version, range) {
  const least = range
    .replace(/^>=\s*/, '')
    .split('.')
    .map(Number);
  const found = version.split('.').map((part) => Number.parseInt(part, 10));
  const different = least.findIndex((part, index) => part !== (found[index] ?? 0));
  return different === -1 || (found[different] ?? 0) > (least[different] ?? 0);
}

/**
 * @param {string} version
 * @param {string} range
 */
export function requireNode(version, range) {
  if (isNodeAllowed(version, range)) return;
  throw new BootstrapError(
    `Lodestone needs Node.js ${range.replace(/^>=\s*/, '')} or later, and this is ${version}: install a newer one and run the command again.`,
  );
}
