// A request's way to the store and back as a list of steps over one context. What goes wrong on the way is an outcome of
// the exchange, kept like any other; only a bug or a history that can't be written is thrown.
import { rm } from 'node:fs/promises';
import type { ExchangeEvent } from '#shared/domain/exchange/exchange-events.ts';
import type { Exchange, Outcome } from '#shared/domain/exchange/exchange.ts';
import type { Identity } from '#shared/domain/identity/identity.ts';
import { AppError, CancelledError } from '#shared/errors/app-error.ts';
import type { SecretSource } from '#electron/core/credentials/secret-source.ts';
import { buildExchange } from './build-exchange.ts';
import type { ExchangeContext, ExchangeDependencies, ExchangeInput, ExchangeStep } from './exchange-context.ts';
import { startDeadline } from './exchange-deadline.ts';
import { acquireToken } from './steps/acquire-token.ts';
import { buildTarget } from './steps/build-target.ts';
import { encodeBody } from './steps/encode-body.ts';
import { explain } from './steps/explain.ts';
import { lintRequest } from './steps/lint-request.ts';
import { receiveBody } from './steps/receive-body.ts';
import { shouldRenewToken } from './steps/renew-token.ts';
import { refuseMasked } from './steps/refuse-masked.ts';
import { resolveRequestVariables } from './steps/resolve-variables.ts';
import { shouldTryProfile } from './steps/retry-profile.ts';
import { sendHops } from './steps/send-hops.ts';
import { writeUrl } from './steps/write-url.ts';

/** Before anything goes out; a step here fails without a byte on the wire. */
const preparation: readonly ExchangeStep[] = [
  refuseMasked,
  resolveRequestVariables,
  buildTarget,
  lintRequest,
  encodeBody,
  writeUrl,
];
/** One try to get through. */
const attempt: readonly ExchangeStep[] = [acquireToken, sendHops];
const reception: readonly ExchangeStep[] = [receiveBody, explain];

/** A `bodyPart` event carries at most this much, so that none blocks the way to the window. */
const bodyPartBytes = 64 * 1024;

const runSteps = async (steps: readonly ExchangeStep[], context: ExchangeContext): Promise<void> => {
  for (const step of steps) await step(context);
};

export class ExchangeService {
  readonly #dependencies: ExchangeDependencies;

  constructor(dependencies: ExchangeDependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * Sends a request and resolves with what happened, masked, after it is in the history. Events come in the order that
   * `ExchangeEvent` promises; those of the body carry it as it came. Aborting `signal` makes the outcome `cancelled`.
   */
  async send(input: ExchangeInput, observe: (event: ExchangeEvent) => void, signal: AbortSignal): Promise<Exchange> {
    const { clock, recorder, secrets } = this.#dependencies;
    const opened = await openSecrets(secrets, input.identity);
    const startedAt = new Date(clock.now()).toISOString();
    const startedMs = performance.now();
    const deadline = startDeadline(signal, input.request.timeoutMs, () => context.url);
    const context = this.#createContext(input, { ...opened, emit: observe, signal: deadline.signal });
    try {
      recorder.begin(buildExchange(context, { startedAt, durationMs: null, outcome: { kind: 'pending' } }));
      observe({ kind: 'started', exchangeId: context.id, startedAt });
      const ended = await settle(context);
      const durationMs = performance.now() - startedMs;
      const exchange = buildExchange(context, { startedAt, durationMs, outcome: ended.outcome });
      await finish(context, exchange);
      if (ended.bug !== undefined) throw ended.bug;
      return exchange;
    } finally {
      deadline.release();
    }
  }

  #createContext(
    input: ExchangeInput,
    parts: Pick<ExchangeContext, 'secrets' | 'credentialProblem' | 'emit' | 'signal'>,
  ): ExchangeContext {
    return {
      ...parts,
      id: this.#dependencies.random.uuid(),
      input,
      dependencies: this.#dependencies,
      request: input.request,
      url: '',
      body: null,
      token: null,
      profile: input.environment.profile,
      suggestedProfile: null,
      usedTokens: new Set(),
      attempts: [],
      answer: null,
      received: null,
      explanation: null,
    };
  }
}

/** What can't be opened is told by the step that needs it: a request that is sent without them still goes out. */
async function openSecrets(
  source: SecretSource,
  identity: Identity,
): Promise<Pick<ExchangeContext, 'secrets' | 'credentialProblem'>> {
  try {
    return { secrets: await source.read(identity), credentialProblem: null };
  } catch (error) {
    if (error instanceof AppError) return { secrets: {}, credentialProblem: error };
    throw error;
  }
}

interface Settled {
  readonly outcome: Outcome;
  readonly bug?: Error;
}

async function settle(context: ExchangeContext): Promise<Settled> {
  try {
    await runSteps(preparation, context);
    do await runSteps(attempt, context);
    while (shouldRenewToken(context) || (await shouldTryProfile(context)));
    await runSteps(reception, context);
  } catch (error) {
    const reason: unknown = context.signal.aborted ? context.signal.reason : error;
    if (reason instanceof CancelledError) return { outcome: { kind: 'cancelled' } };
    if (reason instanceof AppError) return { outcome: { kind: 'failed', error: reason.data } };
    return {
      outcome: { kind: 'interrupted' },
      bug: reason instanceof Error ? reason : new Error('A step threw no error', { cause: reason }),
    };
  } finally {
    // A body that nobody reads to its end must not keep the connection.
    if (!context.received) context.answer?.body.destroy();
  }
  const { status, statusText } = context.answer?.head ?? { status: 0, statusText: '' };
  return { outcome: { kind: 'response', status, statusText } };
}

/** Keeps the exchange, then shows it: what is on the screen is in the history. */
async function finish(context: ExchangeContext, exchange: Exchange): Promise<void> {
  const { received } = context;
  try {
    await context.dependencies.recorder.finish(exchange, received?.kept ?? null);
  } finally {
    // The recorder has moved the file away; what is left here is nobody's.
    if (received?.kept.kind === 'file') await rm(received.kept.path, { force: true });
    tellEnd(context, exchange);
  }
}

function tellEnd({ received, emit }: ExchangeContext, exchange: Exchange): void {
  const preview = received?.preview ?? new Uint8Array();
  for (let offset = 0; offset < preview.length; offset += bodyPartBytes) {
    emit({ kind: 'bodyPart', bytes: Uint8Array.from(preview.subarray(offset, offset + bodyPartBytes)) });
  }
  emit({ kind: exchange.outcome.kind === 'response' ? 'ended' : 'failed', exchange });
}
