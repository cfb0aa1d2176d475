// What the exchange pipeline needs from the history. Everything it is given is already masked.
import type { Exchange } from '#shared/domain/exchange/exchange.ts';

/**
 * A response body to keep, decoded and masked. A `file` lies in the directory for spilled bodies; the recorder moves it
 * into its own place, what it leaves behind is removed.
 */
export type KeptBody =
  | { readonly kind: 'memory'; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly path: string; readonly sha256: string; readonly sizeBytes: number };

export interface Recorder {
  /** Notes that an exchange has begun, before a byte goes on the wire; its outcome is `pending`. */
  begin(exchange: Exchange): void;
  /** Keeps the whole exchange, however it ended; resolves when it is safely stored. */
  finish(exchange: Exchange, body: KeptBody | null): Promise<void>;
}
