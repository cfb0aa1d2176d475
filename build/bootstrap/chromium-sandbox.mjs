// Whether Chromium can build its sandbox here. It uses unprivileged user namespaces; where the system forbids them it falls
// back on a helper that must belong to root with the setuid bit, and dies where that is not so.
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @typedef {'available' | 'impossible' | 'forbidden'} SandboxState `impossible` is root, `forbidden` can be mended
 *
 * @param {{ readonly isRoot: boolean, readonly allowsUserNamespaces: boolean, readonly isHelperSetuid: boolean }} facts
 * @returns {SandboxState}
 */
export function judgeSandbox({ isRoot, allowsUserNamespaces, isHelperSetuid }) {
  if (isRoot) return 'impossible';
  return allowsUserNamespaces || isHelperSetuid ? 'available' : 'forbidden';
}

/** @param {string} name */
function readSwitch(name) {
  try {
    return readFileSync(`/proc/sys/kernel/${name}`, 'utf8').trim();
  } catch {
    return null;
  }
}

/** @param {string} executable */
export const sandboxHelper = (executable) => join(dirname(executable), 'chrome-sandbox');

/**
 * @param {string} executable of Electron
 * @returns {SandboxState}
 */
export function readSandboxState(executable) {
  if (process.platform !== 'linux') return 'available';
  const helper = statSync(sandboxHelper(executable), { throwIfNoEntry: false });
  return judgeSandbox({
    isRoot: process.getuid?.() === 0,
    // Ubuntu from 23.10 on; Debian before 11.
    allowsUserNamespaces:
      readSwitch('apparmor_restrict_unprivileged_userns') !== '1' && readSwitch('unprivileged_userns_clone') !== '0',
    isHelperSetuid: helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0,
  });
}
