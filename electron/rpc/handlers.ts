import type { CallName, EventOf, InputOf, OutputOf, StreamName } from '#shared/contract/contract.ts';

/** What a handler may use besides its input. */
export interface CallContext {
  /** Aborted when the caller cancels or goes away. */
  readonly signal: AbortSignal;
}
/** The context of a stream: `emit` tells the caller one event, in order. */
export interface StreamContext<Event> extends CallContext {
  readonly emit: (event: Event) => void;
}

/** One function for each call of the contract; a missing one does not compile. */
export type Handlers = {
  readonly [N in CallName]: N extends StreamName
    ? (input: InputOf<N>, context: StreamContext<EventOf<N>>) => OutputOf<N> | Promise<OutputOf<N>>
    : (input: InputOf<N>, context: CallContext) => OutputOf<N> | Promise<OutputOf<N>>;
};
