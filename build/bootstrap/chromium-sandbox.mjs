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

/**
 * Whether an ordinary user may make user namespaces.
 * @param {(name: string) => string | null} readSwitch the value of a kernel setting; null where there is none
 */
export function allowsUserNamespaces(readSwitch) {
  return (
    // Ubuntu from 23.10 on.
    readSwitch('kernel/apparmor_restrict_unprivileged_userns') !== '1' &&
    // Debian before 11.
    readSwitch('kernel/unprivileged_userns_clone') !== '0' &&
    // Hardened systems of every kind.
    readSwitch('user/max_user_namespaces') !== '0'
  );
}

/** @param {string} name */
function readKernelSwitch(name) {
  try {
    return readFileSync(`/proc/sys/${name}`, 'utf8').trim();
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
    allowsUserNamespaces: allowsUserNamespaces(readKernelSwitch),
    isHelperSetuid: helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0,
  });
}

/**
 * What to tell where the sandbox is forbidden, with the command that allows it.
 * @param {string} executable of Electron
 */
export function describeForbiddenSandbox(executable) {
  const helper = sandboxHelper(executable);
  return (
    'This system does not let programs of ordinary users build a sandbox, and the app does not run without one. ' +
    `Allow it for this Electron with\n\n  sudo chown root:root ${helper} && sudo chmod 4755 ${helper}\n\nand run the command again.`
  );
}
