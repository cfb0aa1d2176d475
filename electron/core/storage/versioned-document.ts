// One JSON document of the data folder, whatever state its file is in. The app must start in every case: a damaged file
// is set aside and told of; one from a newer release, or one that can't be read, is left alone and the app works on in
// memory. Another process may write the file too, so it is read anew each time and changed under a lock.
import { isAbsolute } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import type { JsonDocument } from '../ports.ts';
import { newestVersion, upgradeDocument, type DocumentFormat } from './document-format.ts';
import { withFileLock } from './file-lock.ts';
import type { NoticeCollector } from './notice-collector.ts';
import { writeError } from './write-error.ts';

export class VersionedDocument<T> {
  readonly #format: DocumentFormat<T>;
  readonly #document: JsonDocument;
  readonly #notices: NoticeCollector;
  /** The value while the file is out of bounds; undefined while the file is the truth. */
  #inMemory: { value: T; error: AppError } | undefined;

  constructor(format: DocumentFormat<T>, document: JsonDocument, notices: NoticeCollector) {
    this.#format = format;
    this.#document = document;
    this.#notices = notices;
  }

  /** Why the file is left alone (`storage.newer`, `storage.read`); undefined where it is read and written. */
  get detachedBy(): AppError | undefined {
    return this.#inMemory?.error;
  }

  /** The value as it stands on disk now, or the defaults. */
  read(): T {
    return this.#inMemory ? this.#inMemory.value : this.#readFile();
  }

  /**
   * Changes the value: reads it anew, applies `change`, writes it whole, and returns it. A `change` that returns what it
   * was given writes nothing. Throws AppError `storage.write` where the disk refuses.
   */
  update(change: (current: T) => T): T {
    if (this.#inMemory) return this.#updateInMemory(this.#inMemory, change);
    try {
      // A document that lives in memory only has no path on disk, and nobody else to keep away.
      if (!isAbsolute(this.#document.path)) return this.#updateFile(change);
      return withFileLock(this.#document.path, () => this.#updateFile(change));
    } catch (error) {
      throw writeError(error, this.#document.path);
    }
  }

  #updateFile(change: (current: T) => T): T {
    const current = this.#readFile();
    if (this.#inMemory) return this.#updateInMemory(this.#inMemory, change);
    const changed = change(current);
    if (changed !== current) this.#document.write({ version: newestVersion(this.#format), content: changed });
    return changed;
  }

  #updateInMemory(memory: { value: T }, change: (current: T) => T): T {
    memory.value = change(memory.value);
    return memory.value;
  }

  #readFile(): T {
    let stored: unknown;
    try {
      stored = this.#document.read();
    } catch (error) {
      if (error instanceof SyntaxError) return this.#setAside('it is no valid JSON');
      return this.#detach(unreadableError(this.#format.title, this.#document.path, error));
    }
    if (stored === undefined) return this.#format.defaults;
    const outcome = upgradeDocument(this.#format, stored);
    if (outcome.kind === 'value') return outcome.value;
    if (outcome.kind === 'damaged') return this.#setAside(outcome.reason);
    return this.#detach(newerError(this.#format.title, this.#document.path));
  }

  #setAside(reason: string): T {
    let copy: string;
    try {
      copy = this.#document.setAside();
    } catch (error) {
      // Another process found the damage too and was faster.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return this.#format.defaults;
      return this.#detach(unreadableError(this.#format.title, this.#document.path, error));
    }
    this.#notices.add({
      level: 'warning',
      message: `The file of ${this.#format.title} was damaged (${reason}), so Lodestone started with defaults.`,
      nextStep: `The damaged file is kept as “${copy}”: repair it and put it back while Lodestone is closed.`,
    });
    return this.#format.defaults;
  }

  #detach(error: AppError): T {
    this.#inMemory = { value: this.#format.defaults, error };
    const { message, cause, nextStep } = error.data;
    this.#notices.add({ level: 'warning', message: `${message} ${cause}`, nextStep });
    return this.#format.defaults;
  }
}

function newerError(title: string, path: string): AppError {
  return new AppError({
    code: 'storage.newer',
    message: `The file of ${title} was written by a newer Lodestone and is left untouched.`,
    cause: 'This release does not know its format, so it works with defaults and keeps changes only until it closes.',
    nextStep: `Update Lodestone to use “${path}” again.`,
    facts: { path },
  });
}

function unreadableError(title: string, path: string, error: unknown): AppError {
  const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
  return new AppError(
    {
      code: 'storage.read',
      message: `The file of ${title} can’t be read (${reason}) and is left untouched.`,
      cause: 'The file or its folder is locked or not readable, so Lodestone keeps changes only until it closes.',
      nextStep: `Make “${path}” readable for your user, then start Lodestone again.`,
      facts: { path, reason },
    },
    { cause: error },
  );
}
