// An exchange that is pending names the process that sends it. When that process is gone nobody will ever finish it.
import { isProcessAlive } from '../storage/process-alive.ts';
import type { SqliteDatabase } from './sqlite.ts';

/** Who sends from here: the process, and when it started, since numbers of processes are used again. */
export const currentOwner = { pid: process.pid, startedAt: performance.timeOrigin } as const;

/** Marks as interrupted what processes that no longer run left pending. */
export function interruptAbandoned(database: SqliteDatabase): void {
  const owners = database.all(
    "SELECT DISTINCT owner_pid, owner_started FROM exchange WHERE outcome = 'pending' AND owner_pid IS NOT NULL",
    [],
  );
  for (const { owner_pid: pid, owner_started: startedAt } of owners) {
    // In a container every start has the same number, so our own is checked by its start.
    const isOurs = pid === currentOwner.pid;
    const isAlive = isOurs ? startedAt === currentOwner.startedAt : isProcessAlive(Number(pid));
    if (!isAlive) interruptOwner(database, Number(pid), Number(startedAt));
  }
}

/** Marks as interrupted what one owner has pending. */
export function interruptOwner(database: SqliteDatabase, pid: number, startedAt: number): void {
  const pending = database.all(
    "SELECT sequence FROM exchange WHERE outcome = 'pending' AND owner_pid = ? AND owner_started = ?",
    [pid, startedAt],
  );
  if (pending.length === 0) return;
  database.transaction(() => {
    for (const { sequence } of pending) {
      database.run(
        `UPDATE exchange_document SET json = json_set(json, '$.outcome', json('{"kind":"interrupted"}'))
         WHERE sequence = ?`,
        [Number(sequence)],
      );
      database.run(
        "UPDATE exchange SET outcome = 'interrupted', owner_pid = NULL, owner_started = NULL WHERE sequence = ?",
        [Number(sequence)],
      );
    }
  });
}
