// Two processes (the app and the command line) may change the same document at once. Reading anew before writing is not
// enough: both could read before either writes. So a change happens under a lock file that names its owner.
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { isProcessAlive } from './process-alive.ts';

/**
 * A lock is held for one read and one write, some milliseconds; anything older was left by a crash, also where another
 * process has got the number of its owner since. It is well below the time that one waits, or a crash would cost a write.
 */
const staleAfterMs = 2_000;
const giveUpAfterMs = 5_000;
const retryEveryMs = 5;

/** Runs `work` while no other process holds the lock of `path`; waits up to five seconds for it. */
export function withFileLock<T>(path: string, work: () => T): T {
  const lockPath = `${path}.lock`;
  mkdirSync(dirname(path), { recursive: true });
  const owner = `${process.pid} ${randomUUID()}`;
  const deadline = performance.now() + giveUpAfterMs;
  while (!tryAcquire(lockPath, owner)) {
    const abandoned = readAbandoned(lockPath);
    if (abandoned !== null && tryRemove(lockPath, abandoned)) continue;
    if (performance.now() > deadline) throw lockedError(path);
    pause(retryEveryMs);
  }
  try {
    return work();
  } finally {
    // Whoever was held up for seconds may have lost the lock to another by now.
    tryRemove(lockPath, owner);
  }
}

function tryAcquire(lockPath: string, owner: string): boolean {
  try {
    const descriptor = openSync(lockPath, 'wx', 0o600);
    try {
      writeSync(descriptor, owner);
    } finally {
      closeSync(descriptor);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The text of a lock that nobody holds any more; null where somebody does, or where there is none. */
function readAbandoned(lockPath: string): string | null {
  try {
    // A clock that was set back makes a lock of the future, which is no younger.
    const ageMs = Math.abs(Date.now() - statSync(lockPath).mtimeMs);
    const text = readFileSync(lockPath, 'utf8');
    // An empty file is one whose owner has not written its number yet.
    const processId = Number.parseInt(text, 10);
    return ageMs > staleAfterMs || (processId > 0 && !isProcessAlive(processId)) ? text : null;
  } catch {
    return null;
  }
}

/**
 * Removes the lock if it still holds this text. Renaming decides between several that try it at once; who then finds that
 * it caught a newer lock puts that back.
 */
function tryRemove(lockPath: string, owner: string): boolean {
  const caughtPath = `${lockPath}.${randomUUID()}`;
  try {
    if (readFileSync(lockPath, 'utf8') !== owner) return false;
    renameSync(lockPath, caughtPath);
    const isRight = readFileSync(caughtPath, 'utf8') === owner;
    if (isRight || existsSync(lockPath)) rmSync(caughtPath, { force: true });
    else renameSync(caughtPath, lockPath);
    return isRight;
  } catch {
    // Another process was quicker, or has the file open where that forbids a rename: the next round looks again.
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
