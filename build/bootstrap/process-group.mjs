// Runs a test runner so that nothing of it is left: in a process group of its own, and with a mark in the environment by
// which stragglers that made groups for themselves (Electron under Playwright) are found.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { projectRoot } from './project.mjs';

const markName = 'LODESTONE_TEST_RUN';

const graceMs = 3000;
const pollMs = 50;

/**
 * @param {number} processId a negative one means its group
 * @param {NodeJS.Signals | 0} name 0 only asks
 * @returns {boolean} whether there was anyone to receive it
 */
function signal(processId, name) {
  try {
    return process.kill(processId, name);
  } catch {
    return false;
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
 * Asks everything that is left to end, and ends by force what does not: a virtual display wants to take its lock file with it.
 * @param {number} group
 * @param {string} mark
 */
async function endAll(group, mark) {
  const left = () => [group, ...findMarked(mark)].filter((processId) => signal(processId, 0));
  const deadline = performance.now() + graceMs;
  for (const processId of left()) signal(processId, 'SIGTERM');
  while (left().length > 0 && performance.now() < deadline) await setTimeout(pollMs);
  for (const processId of left()) signal(processId, 'SIGKILL');
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ readonly env: NodeJS.ProcessEnv, readonly limitMs: number }} options
 * @returns {Promise<number>} the exit code; 124 after the time limit, 127 where the program could not be started
 */
export async function runGroup(command, args, { env, limitMs }) {
  const mark = randomUUID();
  const isPosix = process.platform !== 'win32';
  const child = spawn(command, args, {
    cwd: projectRoot,
    env: { ...env, [markName]: mark },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: isPosix,
  });
  const { pid } = child;
  if (pid === undefined) return new Promise((resolve) => child.on('error', () => resolve(127)));
  const group = isPosix ? -pid : pid;
  const stop = () => void endAll(group, mark).then(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const limit = new AbortController();
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
  // Its rejection is the abort below, when nobody waits for it any more.
  const timedOut = setTimeout(limitMs, 124, { signal: limit.signal }).catch(() => 124);
  const code = await Promise.race([ended, timedOut]);
  limit.abort();
  await endAll(group, mark);
  process.off('SIGINT', stop).off('SIGTERM', stop);
  return code;
}
