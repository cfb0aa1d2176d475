// Runs a test runner so that nothing of it is left: in a process group of its own, and with a mark in the environment by
// which stragglers that made groups for themselves (Electron under Playwright) are found.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { projectRoot } from './project.mjs';

const markName = 'LODESTONE_TEST_RUN';

/** @param {number} processId a negative one means its group */
function kill(processId) {
  try {
    process.kill(processId, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/**
 * @param {string} mark
 * @returns {number[]} on other systems than Linux always empty
 */
function findMarked(mark) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/environ`, 'utf8').includes(`${markName}=${mark}\0`);
      } catch {
        return false;
      }
    })
    .map(Number);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ readonly env: NodeJS.ProcessEnv, readonly limitMs: number }} options
 * @returns {Promise<number>} the exit code; 124 after the time limit
 */
export function runGroup(command, args, { env, limitMs }) {
  const mark = randomUUID();
  const isPosix = process.platform !== 'win32';
  const child = spawn(command, args, {
    cwd: projectRoot,
    env: { ...env, [markName]: mark },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: isPosix,
  });
  const endAll = () => {
    if (child.pid !== undefined) kill(isPosix ? -child.pid : child.pid);
    for (const processId of findMarked(mark)) kill(processId);
  };
  const stop = () => {
    endAll();
    process.exit(130);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return new Promise((resolve) => {
    let hasTimedOut = false;
    const timer = setTimeout(() => {
      hasTimedOut = true;
      endAll();
    }, limitMs);
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      process.off('SIGINT', stop).off('SIGTERM', stop);
      endAll();
      resolve(hasTimedOut ? 124 : code);
    };
    child.on('error', () => finish(127));
    child.on('exit', (code) => finish(code ?? 1));
  });
}
