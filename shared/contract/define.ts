// The vocabulary of the contract: what kinds of calls there are and how their types follow from their schemas.
import type { z } from 'zod';

/** A call that only reads. */
export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query';
  readonly title: string;
  readonly input: I;
  readonly output: O;
}
/** A call that changes something. */
export interface Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'command';
  readonly title: string;
  readonly input: I;
  readonly output: O;
}
/** A call that tells events while it works and can be cancelled. */
export interface Stream<
  I extends z.ZodType = z.ZodType,
  E extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly kind: 'stream';
  readonly title: string;
  readonly input: I;
  readonly event: E;
  readonly output: O;
}
/** Something that main tells every window. */
export interface Topic<P extends z.ZodType = z.ZodType> {
  readonly kind: 'topic';
  readonly title: string;
  readonly payload: P;
}

/** Declares a query; `title` is its line in docs/ipc.md. */
export const query = <I extends z.ZodType, O extends z.ZodType>(title: string, input: I, output: O): Query<I, O> => ({
  kind: 'query',
  title,
  input,
  output,
});

/** Declares a command; `title` is its line in docs/ipc.md. */
export const command = <I extends z.ZodType, O extends z.ZodType>(
  title: string,
  input: I,
  output: O,
): Command<I, O> => ({ kind: 'command', title, input, output });

/** Declares a stream; `title` is its line in docs/ipc.md, `event` the shape of what it tells on the way. */
export const stream = <I extends z.ZodType, E extends z.ZodType, O extends z.ZodType>(
  title: string,
  schemas: { readonly input: I; readonly event: E; readonly output: O },
): Stream<I, E, O> => ({ kind: 'stream', title, ...schemas });

/** Declares a topic; `title` is its line in docs/ipc.md. */
export const topic = <P extends z.ZodType>(title: string, payload: P): Topic<P> => ({ kind: 'topic', title, payload });
