import { explainResponse } from '#shared/domain/magento/explain.ts';
import { headerValue } from '#shared/domain/http/headers.ts';
import type { ExchangeStep } from '../exchange-context.ts';

/** A fault says what it has to say at its start; more is a page or a list. */
const explainedBytes = 64 * 1024;

/** Says what the answer means where it is not a plain success. */
export const explain: ExchangeStep = (context) => {
  const { answer, received, input } = context;
  if (!answer || !received) return;
  const attempt = context.attempts.at(-1);
  const sent = attempt?.hops.at(-1)?.request;
  const sentHeaders = sent?.headers ?? [];
  context.explanation = explainResponse({
    status: answer.head.status,
    statusText: answer.head.statusText,
    contentType: received.contentType,
    bodyText: Buffer.from(received.preview.subarray(0, explainedBytes)).toString('utf8'),
    identityKind: input.identity.kind,
    method: sent?.method ?? context.request.method,
    url: sent?.url ?? context.url,
    profile: attempt?.profile ?? null,
    sentAuthorization: headerValue(sentHeaders, 'Authorization') !== undefined,
    sentContentType: headerValue(sentHeaders, 'Content-Type') ?? null,
  });
};
