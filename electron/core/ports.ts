// What core needs from the world. Shell, CLI and tests each bring their own adapters, so all three run one core.

/** Wall clock and monotonic time. */
export interface Clock {
  /** Milliseconds since 1970, as `Date.now()`. */
  now(): number;
}

/** Randomness; replaced in tests so that nonces and ids can be foreseen. */
export interface Random {
  /** A new RFC 9562 UUID. */
  uuid(): string;
  /** `size` random bytes. */
  bytes(size: number): Uint8Array;
}

/** Seals secrets with the operating system's key store. */
export interface SecretBox {
  /** False where the system has no key store: nothing may be written then, secrets live in memory only. */
  readonly isPersistent: boolean;
  /** Seals a text for storage; the result is base64. */
  seal(text: string): Promise<string>;
  /** Opens what `seal` made; rejects where it was sealed by another user or system. */
  open(sealed: string): Promise<string>;
}

/** One small JSON document on disk, written atomically; another process may write it too, so it is read anew each time. */
export interface JsonDocument {
  readonly path: string;
  /** The parsed content; undefined where there is no file. Throws SyntaxError on text that is no JSON. */
  read(): unknown;
  write(value: unknown): void;
  /** Moves a damaged file aside as a copy with a date in its name, and returns that path. */
  setAside(): string;
}

/** Opens the JSON documents of the data folder by name (`environments`, `settings` …). */
export interface JsonDocuments {
  open(name: string): JsonDocument;
}

/** A log that is given facts, never secrets. */
export interface Logger {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
  error(message: string, facts?: Readonly<Record<string, unknown>>): void;
}

/** Moves a file to the system's trash; the CLI and tests bring a folder of their own. */
export interface Trash {
  moveToTrash(path: string): Promise<void>;
}
