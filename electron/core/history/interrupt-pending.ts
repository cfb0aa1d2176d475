// An exchange that is pending names the process that sends it. When that process is gone nobody will ever finish it.
import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import { isProcessAlive } from '../storage/process-alive.ts';
import { parseExchange } from './exchange-row.ts';
import { collectSearchText, indexText } from './search-text.ts';
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

/** Marks as interrupted what one owner has pending, and makes it findable as all that has ended. */
export function interruptOwner(database: SqliteDatabase, pid: number, startedAt: number): void {
  const find = () =>
    database.all(
      `SELECT sequence, id, json FROM exchange JOIN exchange_document USING (sequence)
       WHERE outcome = 'pending' AND owner_pid = ? AND owner_started = ?`,
      [pid, startedAt],
    );
  if (find().length === 0) return;
  database.transaction(() => {
    // Looked up anew under the lock: another process may be starting too.
    for (const { sequence, id, json } of find()) {
      database.run(
        "UPDATE exchange SET outcome = 'interrupted', owner_pid = NULL, owner_started = NULL WHERE sequence = ?",
        [Number(sequence)],
      );
      const exchange = tryToParse(String(id), String(json));
      if (exchange) rewrite(database, Number(sequence), { ...exchange, outcome: { kind: 'interrupted' } });
    }
  });
}

function rewrite(database: SqliteDatabase, sequence: number, exchange: Exchange): void {
  database.run('UPDATE exchange_document SET json = ? WHERE sequence = ?', [JSON.stringify(exchange), sequence]);
  indexText(database, sequence, collectSearchText(exchange, null));
}

/** One record that is damaged must not keep the history from opening; who opens it is told. */
function tryToParse(id: string, json: string): Exchange | undefined {
  try {
    return parseExchange(id, json);
  } catch {
    return undefined;
  }
}
