// Two processes (the app and the command line) may change the same document at once. Reading anew before writing is not
// enough: both could read before either writes. So a change happens under a lock file that names its owner.
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { isProcessAlive } from './process-alive.ts';

/** A lock is held for one read and one write, some milliseconds; anything older was left by a crash. */
const staleAfterMs = 10_000;
const giveUpAfterMs = 5_000;
const retryEveryMs = 5;

/** Runs `work` while no other process holds the lock of `path`; waits up to five seconds for it. */
export function withFileLock<T>(path: string, work: () => T): T {
  const lockPath = `${path}.lock`;
  mkdirSync(dirname(path), { recursive: true });
  const deadline = performance.now() + giveUpAfterMs;
  while (!tryAcquire(lockPath)) {
    if (isAbandoned(lockPath)) rmSync(lockPath, { force: true });
    else if (performance.now() > deadline) throw lockedError(path);
    else pause(retryEveryMs);
  }
  try {
    return work();
  } finally {
    rmSync(lockPath, { force: true });
  }
}

function tryAcquire(lockPath: string): boolean {
  try {
    const descriptor = openSync(lockPath, 'wx', 0o600);
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isAbandoned(lockPath: string): boolean {
  try {
    const ageMs = Date.now() - statSync(lockPath).mtimeMs;
    const owner = Number(readFileSync(lockPath, 'utf8'));
    // An empty file is one whose owner has not written its number yet.
    return ageMs > staleAfterMs || (owner > 0 && !isProcessAlive(owner));
  } catch {
    return false;
  }
}

/** Blocks this thread: the whole change is synchronous, so nothing else of ours could run meanwhile anyway. */
function pause(durationMs: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, durationMs);
}

function lockedError(path: string): AppError {
  return new AppError({
    code: 'storage.write',
    message: `“${path}” is being written by another process and was not changed.`,
    cause: 'Another Lodestone, in a window or on the command line, holds the file for unusually long.',
    nextStep: 'Wait for the other process to end, then try again.',
    facts: { path },
  });
}
