import type { CallName, CheckedInputOf, EventOf, OutputOf, StreamName } from '#shared/contract/contract.ts';

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
    ? (input: CheckedInputOf<N>, context: StreamContext<EventOf<N>>) => OutputOf<N> | Promise<OutputOf<N>>
    : (input: CheckedInputOf<N>, context: CallContext) => OutputOf<N> | Promise<OutputOf<N>>;
};
