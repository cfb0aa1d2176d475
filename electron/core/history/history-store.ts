// Every exchange, kept before its answer is shown. An exchange stands here from the moment it begins, so that nothing
// which was on its way is missing after a crash; its row then says who was sending it, and when that process is gone the
// next start marks it interrupted.
import { closeSync, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import type { HistoryFilter, HistoryPage } from '#shared/domain/history/history.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { createListeners } from '../storage/listeners.ts';
import { BodyStore, type BodyPart } from './body-store.ts';
import { exchangeColumns, parseExchange, toEntry, toValues } from './exchange-row.ts';
import { currentOwner, interruptAbandoned, interruptOwner } from './interrupt-pending.ts';
import { buildListQuery } from './list-query.ts';
import type { KeptBody, Recorder } from './recorder.ts';
import { collectSearchText, indexText, searchableBodyBytes } from './search-text.ts';
import type { SqliteDatabase } from './sqlite.ts';

/** Some tens of milliseconds of work: removing thousands at once would block the app for seconds. */
const removalStep = 100;

export interface HistoryPageRequest {
  readonly filter: HistoryFilter;
  /** The `sequence` that the page ends before; null for the newest. */
  readonly before: number | null;
  readonly limit: number;
}

export class HistoryStore implements Recorder {
  readonly #database: SqliteDatabase;
  readonly #bodies: BodyStore;
  readonly #changed = createListeners();

  /** Takes a migrated database; `openHistory` makes one. */
  constructor(database: SqliteDatabase, bodyDirectory: string) {
    this.#database = database;
    this.#bodies = new BodyStore(database, bodyDirectory);
    interruptAbandoned(database);
  }

  /** Records an exchange that begins, as pending. Throws AppError `storage.write`, `storage.damaged`. */
  begin(exchange: Exchange): void {
    this.#database.transaction(() => this.#insert(exchange, { isPending: true, bodyHash: null }));
    this.#changed.emit();
  }

  /** Records how an exchange ended, with its body, in one transaction. Rejects as `begin` throws. */
  // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, this driver is not
  async finish(exchange: Exchange, body: KeptBody | null): Promise<void> {
    const texts = collectSearchText(exchange, body && readBeginning(body));
    this.#database.transaction(() => {
      const bodyHash = body && this.#bodies.put(body);
      const begun = this.#database.get('SELECT sequence, outcome FROM exchange WHERE id = ?', [exchange.id]);
      const sequence = begun
        ? this.#replace(Number(begun['sequence']), exchange, bodyHash)
        : this.#insert(exchange, { isPending: false, bodyHash });
      // One that was taken for interrupted is in the index already.
      if (begun && begun['outcome'] !== 'pending') this.#removeText(sequence);
      indexText(this.#database, sequence, texts);
    });
    this.#changed.emit();
  }

  /** A page of the history, newest first. */
  list({ filter, before, limit }: HistoryPageRequest): HistoryPage {
    // One row more than asked for tells whether there is a next page.
    const query = buildListQuery(filter, before, limit + 1);
    if (!query) return { entries: [], nextBefore: null };
    const rows = this.#database.all(query.sql, query.parameters);
    const entries = rows.slice(0, limit).map(toEntry);
    return { entries, nextBefore: rows.length > limit ? (entries.at(-1)?.sequence ?? null) : null };
  }

  /** One exchange whole. Throws AppError `history.missing`, `storage.damaged`. */
  get(id: string): Exchange {
    const row = this.#database.get(
      'SELECT json FROM exchange JOIN exchange_document USING (sequence) WHERE exchange.id = ?',
      [id],
    );
    if (!row) throw missingError(id);
    return parseExchange(id, String(row['json']));
  }

  /** Bytes of a kept body from `offset`; none past its end, or where there is no body. Rejects with `history.missing`. */
  async readBody(id: string, offset: number, length: number): Promise<BodyPart> {
    const row = this.#database.get('SELECT body_hash FROM exchange WHERE id = ?', [id]);
    if (!row) throw missingError(id);
    const hash = row['body_hash'];
    if (typeof hash !== 'string') return { bytes: new Uint8Array(0), sizeBytes: 0 };
    return this.#bodies.read(hash, offset, length);
  }

  count(): number {
    return Number(this.#database.get('SELECT count(*) AS total FROM exchange', [])?.['total']);
  }

  /**
   * Removes exchanges and the bodies that only they had, in steps between which others get their turn; an unknown id is
   * passed over. Rejects with AppError `storage.write`; the steps before stay done.
   */
  async remove(ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += removalStep) {
      this.#database.transaction(() => this.#removeNow(ids.slice(start, start + removalStep)));
      this.#changed.emit();
      await setImmediate();
    }
  }

  /** Ends the use of the database. What this process still had pending is interrupted. */
  close(): void {
    interruptOwner(this.#database, currentOwner.pid, currentOwner.startedAt);
    this.#database.close();
  }

  /** Hears of every exchange that begins, ends or is removed in this process. */
  onChange(listener: () => void): () => void {
    return this.#changed.subscribe(listener);
  }

  #insert(exchange: Exchange, { isPending, bodyHash }: { isPending: boolean; bodyHash: string | null }): number {
    const columns = [...exchangeColumns, 'body_hash', 'owner_pid', 'owner_started'];
    const { lastInsertId } = this.#database.run(
      `INSERT INTO exchange (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      [...toValues(exchange), bodyHash, isPending ? currentOwner.pid : null, isPending ? currentOwner.startedAt : null],
    );
    this.#database.run('INSERT INTO exchange_document (sequence, json) VALUES (?, ?)', [
      lastInsertId,
      JSON.stringify(exchange),
    ]);
    return lastInsertId;
  }

  #replace(sequence: number, exchange: Exchange, bodyHash: string | null): number {
    const assignments = exchangeColumns.map((column) => `${column} = ?`).join(', ');
    this.#database.run(
      `UPDATE exchange SET ${assignments}, body_hash = ?, owner_pid = NULL, owner_started = NULL WHERE sequence = ?`,
      [...toValues(exchange), bodyHash, sequence],
    );
    this.#database.run('UPDATE exchange_document SET json = ? WHERE sequence = ?', [
      JSON.stringify(exchange),
      sequence,
    ]);
    return sequence;
  }

  #removeText(sequence: number): void {
    this.#database.run('DELETE FROM exchange_text WHERE rowid = ?', [sequence]);
  }

  #removeNow(ids: readonly string[]): void {
    const hashes: string[] = [];
    for (const id of ids) {
      const row = this.#database.get('SELECT sequence, body_hash FROM exchange WHERE id = ?', [id]);
      if (!row) continue;
      const sequence = Number(row['sequence']);
      if (typeof row['body_hash'] === 'string') hashes.push(row['body_hash']);
      this.#removeText(sequence);
      this.#database.run('DELETE FROM exchange_document WHERE sequence = ?', [sequence]);
      this.#database.run('DELETE FROM exchange WHERE sequence = ?', [sequence]);
    }
    this.#bodies.removeUnused(hashes);
  }
}

function readBeginning(body: KeptBody): Uint8Array {
  if (body.kind === 'memory') return body.bytes;
  const descriptor = openSync(body.path, 'r');
  try {
    const bytes = new Uint8Array(Math.min(body.sizeBytes, searchableBodyBytes));
    return bytes.subarray(0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

function missingError(id: string): AppError {
  return new AppError({
    code: 'history.missing',
    message: 'This exchange is not in the history.',
    cause: 'It was removed, or it was sent without being recorded.',
    nextStep: 'Choose another exchange.',
    facts: { id },
  });
}
