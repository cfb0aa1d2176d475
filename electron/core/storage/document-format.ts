// How a stored document has looked through the releases. Each version is one file: its schema, and the upgrade from the
// version before. When the shape changes, the old file gets a frozen copy of its schema and a new one is added.
import type { z } from 'zod';

/** One version of a document. `upgrade` turns a checked value of the version before into this one's. */
export interface DocumentVersion {
  readonly version: number;
  readonly schema: z.ZodType;
  readonly upgrade?: (previous: never) => unknown;
}

/** A document through all its versions. */
export interface DocumentFormat<T> {
  /** What it holds, as it stands in sentences: “the settings”. */
  readonly title: string;
  /** Oldest first, numbered without gaps; the last one is `T`'s. */
  readonly versions: readonly [...DocumentVersion[], DocumentVersion & { readonly schema: z.ZodType<T> }];
  readonly defaults: T;
}

/** What a document on disk turned out to be. */
export type ReadOutcome<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'damaged'; readonly reason: string }
  | { readonly kind: 'newer'; readonly version: number };

/** The envelope of every document: its version beside its content. */
export interface StoredDocument {
  readonly version: number;
  readonly content: unknown;
}

function isStoredDocument(value: unknown): value is StoredDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    'content' in value &&
    'version' in value &&
    Number.isInteger(value.version) &&
    Number(value.version) >= 1
  );
}

/** The number of a format's newest version. */
export function newestVersion<T>(format: DocumentFormat<T>): number {
  return Math.max(...format.versions.map(({ version }) => version));
}

/** Checks what was read and brings it up to the newest version; pure. */
export function upgradeDocument<T>(format: DocumentFormat<T>, stored: unknown): ReadOutcome<T> {
  if (!isStoredDocument(stored)) return { kind: 'damaged', reason: 'it has no version and content' };
  if (stored.version > newestVersion(format)) return { kind: 'newer', version: stored.version };
  let content = stored.content;
  for (const { version, schema, upgrade } of format.versions) {
    if (version < stored.version) continue;
    if (version > stored.version && upgrade) content = upgrade(content as never);
    const checked = schema.safeParse(content);
    if (!checked.success) return { kind: 'damaged', reason: describeProblem(checked.error) };
    content = checked.data;
  }
  return { kind: 'value', value: content as T };
}

/** The first thing wrong, by its place and never by its value: a value might be a secret. */
function describeProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  const place = issue?.path.map(String).join('.') ?? '';
  return place === '' ? 'its content has another shape' : `“${place}” does not have the expected shape`;
}
