import type { Attempt, BodyFacts, Exchange, Outcome } from '#shared/domain/exchange/exchange.ts';
import type { AttemptDraft, ExchangeContext } from './exchange-context.ts';
import { maskerOf } from './masker-of.ts';

/** How much of a sent body is kept with its hop; the whole text stands in `request`. */
const keptSentCharacters = 64 * 1024;

export interface ExchangeEnding {
  readonly startedAt: string;
  /** Null while the exchange runs. */
  readonly durationMs: number | null;
  readonly outcome: Outcome;
}

/** The exchange as it is kept and told: everything in it is masked. */
export function buildExchange(context: ExchangeContext, { startedAt, durationMs, outcome }: ExchangeEnding): Exchange {
  const { input } = context;
  const masker = maskerOf(context);
  const explanation = context.explanation && {
    ...context.explanation,
    message: masker.text(context.explanation.message),
    causes: context.explanation.causes.map(masker.text),
  };
  return {
    id: context.id,
    startedAt,
    durationMs,
    requestName: input.requestName,
    environment: { id: input.environment.id, name: input.environment.name },
    identity: { id: input.identity.id, name: input.identity.name, kind: input.identity.kind },
    request: masker.request(input.request),
    attempts: context.attempts.map((attempt) => trimBodies(masker.attempt(finishAttempt(attempt)))),
    outcome: outcome.kind === 'failed' ? { kind: 'failed', error: masker.error(outcome.error) } : outcome,
    body: bodyFacts(context),
    explanation,
    suggestedProfile: context.suggestedProfile,
  };
}

const finishAttempt = (attempt: AttemptDraft): Attempt => ({
  profile: attempt.profile,
  signature: attempt.signature,
  hops: attempt.hops.map(({ request, response, timings }) => ({
    request: { ...request, bodySizeBytes: Buffer.byteLength(request.bodyText ?? '') },
    response,
    timings: timings(),
  })),
});

/** Cut only when masked: half a secret at the edge would not be recognised. */
const trimBodies = (attempt: Attempt): Attempt => ({
  ...attempt,
  hops: attempt.hops.map((hop) => ({
    ...hop,
    request: { ...hop.request, bodyText: hop.request.bodyText?.slice(0, keptSentCharacters) ?? null },
  })),
});

function bodyFacts({ received }: ExchangeContext): BodyFacts | null {
  if (!received) return null;
  const { wireSizeBytes, sizeBytes, contentType, isComplete, isMasked } = received;
  return { wireSizeBytes, sizeBytes, contentType, isComplete, isMasked };
}
