// Response bodies by the SHA-256 of their bytes, each kept once: small ones in the database, large ones in files, so that
// the database stays small and a large body is read in parts. A file appears under its name only when it is whole.
import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { writeError } from '../storage/write-error.ts';
import type { KeptBody } from './recorder.ts';
import type { SqliteDatabase } from './sqlite.ts';

/** Bodies above this stand in files. */
export const largestInlineBodyBytes = 64 * 1024;

/** A part of a body and the size of the whole. */
export interface BodyPart {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sizeBytes: number;
}

export class BodyStore {
  readonly #database: SqliteDatabase;
  readonly #directory: string;

  constructor(database: SqliteDatabase, directory: string) {
    this.#database = database;
    this.#directory = directory;
  }

  /** Keeps a body inside the caller's transaction and returns its hash. Throws AppError `storage.write`. */
  put(body: KeptBody): string {
    const isFile = body.kind === 'file';
    const hash = isFile ? body.sha256 : createHash('sha256').update(body.bytes).digest('hex');
    const sizeBytes = isFile ? body.sizeBytes : body.bytes.byteLength;
    const isInline = !isFile && sizeBytes <= largestInlineBodyBytes;
    if (!isInline) this.#putFile(hash, body);
    this.#database.run('INSERT INTO body (hash, size_bytes, bytes) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING', [
      hash,
      sizeBytes,
      isInline ? body.bytes : null,
    ]);
    return hash;
  }

  /** Reads a part of a body. Rejects with AppError `history.missing` where its file is gone. */
  async read(hash: string, offset: number, length: number): Promise<BodyPart> {
    const row = this.#database.get(
      'SELECT size_bytes, bytes IS NOT NULL AS is_inline, substr(bytes, ?, ?) AS part FROM body WHERE hash = ?',
      [offset + 1, length, hash],
    );
    if (!row) throw bodyGoneError(hash);
    const sizeBytes = Number(row['size_bytes']);
    if (row['is_inline'] === 1) return { bytes: new Uint8Array(row['part'] as Uint8Array), sizeBytes };
    return { bytes: await this.#readFile(hash, offset, Math.min(length, Math.max(0, sizeBytes - offset))), sizeBytes };
  }

  /**
   * Removes those of these bodies that no exchange names any more, inside the caller's transaction: while it lasts no
   * other process can begin to name one. A crash in between leaves a row without its file, which `read` tells of.
   */
  removeUnused(hashes: readonly string[]): void {
    for (const hash of new Set(hashes)) {
      const { changes } = this.#database.run(
        'DELETE FROM body WHERE hash = ?1 AND NOT EXISTS (SELECT 1 FROM exchange WHERE body_hash = ?1)',
        [hash],
      );
      if (changes > 0) rmSync(this.#pathOf(hash), { force: true });
    }
  }

  /** `bodies/ab/abcdef…`: two letters in front keep the folders small. */
  #pathOf(hash: string): string {
    return join(this.#directory, hash.slice(0, 2), hash);
  }

  #putFile(hash: string, body: KeptBody): void {
    const path = this.#pathOf(hash);
    try {
      if (!existsSync(path)) {
        mkdirSync(dirname(path), { recursive: true });
        const partial = `${path}.${randomUUID()}.partial`;
        if (body.kind === 'memory') writeFileSync(partial, body.bytes);
        else moveFile(body.path, partial);
        renameSync(partial, path);
      } else if (body.kind === 'file') rmSync(body.path, { force: true });
    } catch (error) {
      throw writeError(error, path);
    }
  }

  async #readFile(hash: string, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const file = await open(this.#pathOf(hash), 'r').catch((error: unknown) => {
      throw bodyGoneError(hash, error);
    });
    try {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await file.read(bytes, 0, length, offset);
      return bytes.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }
}

/** Renames where both stand on one disk, copies otherwise. */
function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyFileSync(from, to);
    rmSync(from, { force: true });
  }
}

function bodyGoneError(hash: string, cause?: unknown): AppError {
  return new AppError(
    {
      code: 'history.missing',
      message: 'The body of this answer is not kept any more.',
      cause: 'Its file was removed from the data folder, or the exchange was removed meanwhile.',
      nextStep: 'Send the request again to get a new answer.',
      facts: { hash },
    },
    { cause },
  );
}
