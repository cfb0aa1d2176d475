// Routes calls of the contract to their handlers, whatever carries them. Input is checked before a handler sees it, and
// what leaves is cut to its schema, so that a handler can't leak a field that the contract does not promise.
import type { z } from 'zod';
import type { Stream } from '#shared/contract/define.ts';
import { contract } from '#shared/contract/contract.ts';
import type { CallFailure, Envelope } from '#shared/contract/envelope.ts';
import { AppError, CancelledError } from '#shared/errors/app-error.ts';
import type { Logger } from '#electron/core/ports.ts';
import type { Handlers, StreamContext } from './handlers.ts';

/** One call as it arrives. `caller` is who asks: its calls end when it goes away. */
export interface IncomingCall {
  readonly caller: number;
  readonly callId: string;
  readonly name: string;
  readonly input: unknown;
}

export interface RpcServerDeps {
  readonly handlers: Handlers;
  readonly logger: Logger;
  /** Makes the id under which an unexpected failure is told and logged. */
  createErrorId(): string;
}

type AnyHandler = (input: unknown, context: StreamContext<unknown>) => unknown;

export class RpcServer {
  readonly #deps: RpcServerDeps;
  readonly #running = new Map<string, AbortController>();
  readonly #settled = new Set<Promise<unknown>>();

  constructor(deps: RpcServerDeps) {
    this.#deps = deps;
  }

  /** Runs one call to its envelope; never rejects. `emit` receives the events of a stream. */
  call(incoming: IncomingCall, emit: (event: unknown) => void): Promise<Envelope> {
    const running = this.#run(incoming, emit);
    this.#settled.add(running);
    return running.finally(() => this.#settled.delete(running));
  }

  /** Cancels one call of a caller; unknown ids are ignored, since the call may just have ended. */
  cancel(caller: number, callId: string): void {
    this.#running.get(keyOf(caller, callId))?.abort();
  }

  /** Cancels every call of a caller that went away. */
  cancelAll(caller: number): void {
    for (const [key, controller] of this.#running) if (key.startsWith(`${caller}:`)) controller.abort();
  }

  /** Cancels everything and waits until each call has ended, so that nothing is cut while it writes. */
  async drain(): Promise<void> {
    for (const controller of this.#running.values()) controller.abort();
    await Promise.allSettled(this.#settled);
  }

  async #run({ caller, callId, name, input }: IncomingCall, emit: (event: unknown) => void): Promise<Envelope> {
    const entry = Object.hasOwn(contract, name) ? contract[name as keyof typeof contract] : undefined;
    if (!entry || entry.kind === 'topic') return failed(invalid('', `There is no call named "${name}".`));
    const parsed = entry.input.safeParse(input);
    if (!parsed.success) return failed({ kind: 'invalid', problems: problemsOf(parsed.error) });

    const controller = new AbortController();
    const key = keyOf(caller, callId);
    if (this.#running.has(key)) return failed(invalid('callId', 'A call with this id is still running.'));
    this.#running.set(key, controller);
    try {
      const handler = this.#deps.handlers[name as keyof Handlers] as AnyHandler;
      const value = await handler(parsed.data, {
        signal: controller.signal,
        emit: (event) => {
          if (entry.kind === 'stream') emit((entry as Stream).event.parse(event));
        },
      });
      return { ok: true, value: entry.output.parse(value) };
    } catch (error) {
      return failed(this.#failureOf(name, error, controller.signal));
    } finally {
      this.#running.delete(key);
    }
  }

  #failureOf(name: string, error: unknown, signal: AbortSignal): CallFailure {
    if (error instanceof AppError) return { kind: 'expected', error: error.data };
    if (error instanceof CancelledError || (signal.aborted && isAbort(error))) return { kind: 'cancelled' };
    const errorId = this.#deps.createErrorId();
    this.#deps.logger.error('A call failed unexpectedly', { call: name, errorId, stack: stackOf(error) });
    return { kind: 'bug', errorId, message: 'Something unexpected went wrong inside Lodestone.' };
  }
}

const keyOf = (caller: number, callId: string): string => `${caller}:${callId}`;
const failed = (failure: CallFailure): Envelope => ({ ok: false, failure });
const invalid = (path: string, message: string): CallFailure => ({ kind: 'invalid', problems: [{ path, message }] });
const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

function problemsOf(error: z.ZodError): { path: string; message: string }[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
}
