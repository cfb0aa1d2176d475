// The one way from the window to main, typed by the contract. Types only: zod stays in main.
import type {
  CallName,
  EventOf,
  InputOf,
  OutputOf,
  PayloadOf,
  StreamName,
  TopicName,
} from '#shared/contract/contract.ts';
import type { HostBridge, HostMessage } from '#shared/contract/envelope.ts';
import { HostError } from './host-error.ts';

export interface Host {
  /** Calls main and waits for its answer; throws HostError. */
  call<N extends CallName>(name: N, input: InputOf<N>, signal?: AbortSignal): Promise<OutputOf<N>>;
  /** Calls main and hears what it tells on the way; aborting the signal cancels the work there. */
  stream<N extends StreamName>(
    name: N,
    input: InputOf<N>,
    options: { readonly onEvent: (event: EventOf<N>) => void; readonly signal?: AbortSignal },
  ): Promise<OutputOf<N>>;
  /** Hears a topic until the returned function is called. */
  on<N extends TopicName>(topic: N, listener: (payload: PayloadOf<N>) => void): () => void;
}

interface OutgoingCall {
  readonly callId: string;
  readonly name: string;
  readonly input: unknown;
  readonly signal: AbortSignal | undefined;
}

export function createHost(bridge: HostBridge): Host {
  const streams = new Map<string, (event: unknown) => void>();
  const topics = new Map<string, Set<(payload: unknown) => void>>();

  bridge.subscribe((message: HostMessage) => {
    if (message.kind === 'event') streams.get(message.callId)?.(message.event);
    else if (message.kind === 'topic') {
      for (const listener of topics.get(message.name) ?? []) listener(message.payload);
    }
  });

  async function request({ callId, name, input, signal }: OutgoingCall): Promise<unknown> {
    if (signal?.aborted) throw new HostError(name, { kind: 'cancelled' });
    const cancel = () => bridge.cancel(callId);
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      const envelope = await bridge.call(callId, name, input);
      if (!envelope.ok) throw new HostError(name, envelope.failure);
      return envelope.value;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  return {
    call: (name, input, signal) => request({ callId: crypto.randomUUID(), name, input, signal }) as never,
    async stream(name, input, { onEvent, signal }) {
      const callId = crypto.randomUUID();
      streams.set(callId, onEvent as (event: unknown) => void);
      try {
        return (await request({ callId, name, input, signal })) as never;
      } finally {
        streams.delete(callId);
      }
    },
    on(topic, listener) {
      const listeners = topics.get(topic) ?? new Set();
      topics.set(topic, listeners);
      listeners.add(listener as (payload: unknown) => void);
      return () => listeners.delete(listener as (payload: unknown) => void);
    },
  };
}
