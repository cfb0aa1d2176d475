import type { ErrorData } from '../errors/app-error.ts';

/** The four families in which a call can end badly; only `expected` is a sentence for the user as it stands. */
export type CallFailure =
  | { readonly kind: 'expected'; readonly error: ErrorData }
  | { readonly kind: 'invalid'; readonly problems: readonly { readonly path: string; readonly message: string }[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'bug'; readonly errorId: string; readonly message: string };

/** What comes back from a call. */
export type Envelope =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: CallFailure };

/**
 * What main tells a window: the answer to a call, an event of a running stream, or a topic's payload. All of them travel
 * on one channel, because Electron promises order only within one: an answer never overtakes its events.
 */
export type HostMessage =
  | { readonly kind: 'reply'; readonly callId: string; readonly envelope: Envelope }
  | { readonly kind: 'event'; readonly callId: string; readonly event: unknown }
  | { readonly kind: 'topic'; readonly name: string; readonly payload: unknown };

/** What the preload puts on `window.lodestone`; nothing else crosses. */
export interface HostBridge {
  readonly names: readonly string[];
  call(callId: string, name: string, input: unknown): Promise<Envelope>;
  cancel(callId: string): void;
  subscribe(listener: (message: HostMessage) => void): () => void;
}
