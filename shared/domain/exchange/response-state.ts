// The one reduction from events to what is shown: UI, CLI and tests share it.
import { assertNever } from '../../kernel/assert.ts';
import type { Exchange, ResponseHead } from './exchange.ts';
import type { ExchangeEvent } from './exchange-events.ts';

/** An exchange as far as it has come. `bodyPreview` holds the first bytes, as parts in order of arrival. */
export interface ResponseState {
  readonly phase: 'idle' | 'sending' | 'receiving' | 'ended' | 'failed';
  readonly exchangeId: string | null;
  readonly startedAt: string | null;
  readonly progress: {
    readonly phase: 'token' | 'upload' | 'wait' | 'download';
    readonly bytes: number;
    readonly totalBytes: number | null;
  } | null;
  readonly head: ResponseHead | null;
  readonly bodyPreview: readonly Uint8Array[];
  readonly exchange: Exchange | null;
}

export const idleResponse: ResponseState = {
  phase: 'idle',
  exchangeId: null,
  startedAt: null,
  progress: null,
  head: null,
  bodyPreview: [],
  exchange: null,
};

/** Takes one event into the state; pure. */
export function reduceResponse(state: ResponseState, event: ExchangeEvent): ResponseState {
  switch (event.kind) {
    case 'started':
      return { ...idleResponse, phase: 'sending', exchangeId: event.exchangeId, startedAt: event.startedAt };
    case 'progress':
      return { ...state, progress: { phase: event.phase, bytes: event.bytes, totalBytes: event.totalBytes } };
    case 'head':
      return { ...state, phase: 'receiving', head: event.head };
    case 'bodyPart':
      return { ...state, bodyPreview: [...state.bodyPreview, event.bytes] };
    case 'ended':
      return { ...state, phase: 'ended', progress: null, exchange: event.exchange };
    case 'failed':
      return { ...state, phase: 'failed', progress: null, exchange: event.exchange };
    default:
      return assertNever(event);
  }
}
