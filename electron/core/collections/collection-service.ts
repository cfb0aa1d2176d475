// Collections as folders of plain files that people and other tools change too. So every answer comes from the files as
// they are now, a save names the revision that it changes, and a file is written whole or not at all.
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileNameFor } from '#shared/domain/collection/file-name.ts';
import type { Collection, CollectionRequest } from '#shared/domain/collection/collection.ts';
import type { Request } from '#shared/domain/http/request.ts';
import { findTypedSecrets } from '#shared/domain/http/typed-secrets.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Trash } from '../ports.ts';
import { writeTextAtomic } from '../storage/atomic-file.ts';
import { createListeners } from '../storage/listeners.ts';
import { conflictError, invalidError, missingError } from './collection-errors.ts';
import { resolveInside, resolveRequest } from './collection-path.ts';
import { highestSequence, readCollection, type SummaryCache } from './collection-tree.ts';
import { watchFolder } from './collection-watcher.ts';
import { formatRequestFile, readRequestFile, revisionOf, type RequestFile } from './request-file.ts';

/** Where a request stands: its collection, and its file's path in it. */
export interface RequestLocation {
  readonly collectionId: string;
  readonly path: string;
}

export class CollectionService {
  readonly #directory: string;
  readonly #trash: Trash;
  readonly #cache: SummaryCache = new Map();
  readonly #changed = createListeners();
  readonly #endWatch: () => void;

  /** `directory` holds a folder for each collection; it is made where it does not exist, and watched until `close`. */
  constructor({ directory, trash }: { readonly directory: string; readonly trash: Trash }) {
    this.#directory = directory;
    this.#trash = trash;
    // Where the folder can't be made, the collections are none and a save says why.
    tryToMake(directory);
    this.#endWatch = watchFolder(directory, () => this.#changed.emit());
  }

  /** Every open collection with its tree, by name. */
  list(): readonly Collection[] {
    return this.#collectionIds()
      .map((id) => readCollection(id, join(this.#directory, id), this.#cache))
      .sort((left, right) => left.name.localeCompare(right.name, 'en', { numeric: true, sensitivity: 'base' }));
  }

  /** One request as it stands in its file. Throws AppError `collection.missing`, `collection.invalid`. */
  read(collectionId: string, path: string): CollectionRequest {
    const { name, request, revision } = this.#readFile({ collectionId, path });
    return { collectionId, path, name, request, revision };
  }

  /**
   * Saves a new request at the end of a folder, in a file named after it. Throws AppError `collection.secret`,
   * `storage.write`.
   */
  create(input: {
    readonly collectionId: string;
    readonly folder: string;
    readonly name: string;
    readonly request: Request;
  }): CollectionRequest {
    const { collectionId, folder, name, request } = input;
    refuseSecrets(request);
    const directory = resolveInside(this.#directoryOf(collectionId), folder);
    if (!isFolder(directory)) throw missingError(folder);
    const fileName = fileNameFor(name, '.yml', readdirSync(directory));
    const path = folder === '' ? fileName : `${folder}/${fileName}`;
    const sequence = highestSequence(directory) + 1;
    return this.#write({ collectionId, path }, formatRequestFile({ name, sequence, request }));
  }

  /**
   * Writes a request to its file. Throws AppError `collection.conflict` where the file is no longer at `revision`,
   * `collection.missing`, `collection.invalid`, `collection.secret`, `storage.write`.
   */
  save(
    input: RequestLocation & { readonly name: string; readonly request: Request; readonly revision: string },
  ): CollectionRequest {
    const { collectionId, path, name, request, revision } = input;
    refuseSecrets(request);
    const current = this.#readFile({ collectionId, path });
    if (current.revision !== revision) throw conflictError(path);
    const { sequence, text } = current;
    return this.#write({ collectionId, path }, formatRequestFile({ name, sequence, request }, text));
  }

  /** Moves a request's file to the trash. Rejects with AppError `collection.missing`, `collection.invalid`. */
  async remove(collectionId: string, path: string): Promise<void> {
    const file = resolveRequest(this.#directoryOf(collectionId), path);
    if (!existsSync(file)) throw missingError(path);
    await this.#trash.moveToTrash(file);
    this.#changed.emit();
  }

  /** Hears of changes made here and, a moment later, of those made outside. */
  onChange(listener: () => void): () => void {
    return this.#changed.subscribe(listener);
  }

  /** Ends the watch. */
  close(): void {
    this.#endWatch();
  }

  #collectionIds(): string[] {
    if (!isFolder(this.#directory)) return [];
    return readdirSync(this.#directory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name);
  }

  #directoryOf(collectionId: string): string {
    if (!this.#collectionIds().includes(collectionId)) throw missingError(collectionId);
    return join(this.#directory, collectionId);
  }

  #readFile({ collectionId, path }: RequestLocation): RequestFile {
    const file = readRequestFile(resolveRequest(this.#directoryOf(collectionId), path));
    if (!file) throw missingError(path);
    if (!file.ok) throw invalidError(path, file.error);
    return file.value;
  }

  #write({ collectionId, path }: RequestLocation, text: string): CollectionRequest {
    writeTextAtomic(resolveRequest(this.#directoryOf(collectionId), path), text);
    this.#changed.emit();
    return { ...this.read(collectionId, path), revision: revisionOf(text) };
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function tryToMake(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
  } catch {
    // Told when something is to be written.
  }
}

/** A collection is made to be shared: what proves who is calling belongs to an identity or a variable. */
function refuseSecrets(request: Request): void {
  const [name] = findTypedSecrets(request);
  if (name === undefined) return;
  throw new AppError({
    code: 'collection.secret',
    message: `“${name}” holds a secret in clear, so the request was not saved.`,
    cause: 'A collection is a folder of plain files, made to be shared and kept under version control.',
    nextStep: 'Send as an identity instead, or write the value as a variable such as {{token}}.',
    facts: { name },
  });
}
