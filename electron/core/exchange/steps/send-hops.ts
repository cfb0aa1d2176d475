// Sends the request and follows redirects, one request line after the other. Each hop is authorised anew: a signature
// covers the URL, and a nonce is good for once.
import { writePortableUrl } from '#shared/domain/oauth1/portable-url.ts';
import { headerValue } from '#shared/domain/http/headers.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { authorisers, type AuthorisationPatch } from '#electron/core/auth/authorisers.ts';
import { assembleHeaders, typedHeaders } from '../assemble-headers.ts';
import type { AttemptDraft, ExchangeContext, ExchangeStep } from '../exchange-context.ts';
import { describeNetworkFailure } from '../network-failure.ts';
import { type HopTarget, nextHop } from '../redirect.ts';
import { TransportError, type WireRequest, type WireResponse } from '../transport.ts';

const maxRedirects = 10;
/** So much of a redirect's own body is read to keep the connection; a longer one closes it. */
const maxDrainBytes = 64 * 1024;
/** What may be sent a second time without asking (RFC 9110 §9.2.1). */
const safeMethod = /^(?:GET|HEAD|OPTIONS)$/;

export const sendHops: ExchangeStep = async (context) => {
  const attempt: AttemptDraft = { profile: null, signature: null, hops: [] };
  context.attempts.push(attempt);
  let target: HopTarget | null = {
    method: context.request.method,
    url: context.url,
    headers: typedHeaders(context.request),
    body: context.body,
    isAuthorised: true,
  };
  const seen = new Set<string>();
  while (target) {
    const line: string = `${target.method} ${target.url}`;
    if (seen.has(line)) throw refuseRedirect('The store redirects in a circle.', target.url);
    if (seen.size > maxRedirects)
      throw refuseRedirect(`The store redirects more than ${maxRedirects} times.`, target.url);
    seen.add(line);
    const answer: WireResponse = await sendFresh(context, attempt, target);
    const next: HopTarget | null = nextHop(target, answer.head);
    if (next) await drain(answer);
    else context.answer = answer;
    target = next;
  }
};

/**
 * Sends one hop. A kept connection may have been closed by the server just as it was used again: nothing was answered
 * then, and a safe request is sent once more over a new one.
 */
async function sendFresh(context: ExchangeContext, attempt: AttemptDraft, target: HopTarget): Promise<WireResponse> {
  try {
    return await sendHop(context, attempt, target);
  } catch (error) {
    const isStale = error instanceof TransportError && error.timings.isConnectionReused && !context.signal.aborted;
    if (!isStale || !safeMethod.test(target.method)) throw describe(error, target.url, context);
  }
  try {
    return await sendHop(context, attempt, target);
  } catch (error) {
    throw describe(error, target.url, context);
  }
}

function describe(error: unknown, url: string, { signal }: ExchangeContext): unknown {
  if (signal.aborted) return signal.reason;
  if (!(error instanceof TransportError)) return error;
  return new AppError(describeNetworkFailure(error, url), { cause: error });
}

async function sendHop(context: ExchangeContext, attempt: AttemptDraft, target: HopTarget): Promise<WireResponse> {
  const { wire, patch } = authorise(context, target);
  if (patch) {
    attempt.profile = patch.profile;
    attempt.signature = patch.signature;
  }
  const request = {
    method: wire.method,
    url: wire.url,
    headers: wire.headers,
    bodyText: target.body?.text ?? null,
  };
  const totalBytes = target.body?.bytes.length ?? 0;
  try {
    const answer = await context.dependencies.transport.send(wire, {
      signal: context.signal,
      onSent: () => context.emit({ kind: 'progress', phase: 'wait', bytes: 0, totalBytes: null }),
      onUpload: (bytes) => context.emit({ kind: 'progress', phase: 'upload', bytes, totalBytes }),
    });
    attempt.hops.push({ request, response: answer.head, timings: answer.timings });
    return answer;
  } catch (error) {
    if (error instanceof TransportError) attempt.hops.push({ request, response: null, timings: () => error.timings });
    throw error;
  }
}

/** The request as it goes on the wire; `patch` is null where the identity adds nothing to this hop. */
function authorise(
  context: ExchangeContext,
  target: HopTarget,
): { readonly wire: WireRequest; readonly patch: AuthorisationPatch | null } {
  const { input, dependencies, secrets, token } = context;
  const { method, body } = target;
  const isIdentified = target.isAuthorised && headerValue(target.headers, 'Authorization') === undefined;
  // What is signed must be written so that every release reads it alike; a stranger's URL stays as the redirect gave it.
  const isPortable = isIdentified && !input.request.isExact;
  const url = isPortable ? writePortableUrl(target.url) : target.url;
  const headers = assembleHeaders({ url, method, typed: target.headers, body, version: dependencies.version });
  const contentType = headerValue(headers, 'Content-Type') ?? '';
  const patch = isIdentified
    ? authorisers[input.identity.kind].authorise({
        profile: context.profile,
        identity: input.identity,
        secrets,
        token,
        method,
        url,
        headers,
        body: body && { contentType, text: body.text },
        clock: dependencies.clock,
        random: dependencies.random,
      })
    : null;
  return {
    wire: {
      method,
      url,
      headers: [...headers, ...(patch?.headers ?? [])],
      body: body?.bytes ?? null,
      verifiesTls: input.environment.verifiesTls,
    },
    patch,
  };
}

async function drain(answer: WireResponse): Promise<void> {
  let drainedBytes = 0;
  try {
    for await (const part of answer.body) {
      drainedBytes += (part as Uint8Array).length;
      if (drainedBytes > maxDrainBytes) break;
    }
  } catch {
    // What a redirect says besides its target changes nothing, so it may break off.
  }
}

const refuseRedirect = (message: string, url: string): AppError =>
  new AppError({
    code: 'network.redirects',
    message,
    cause:
      'The base URL, the store’s rewrites or a proxy in front of it disagree about the right address (often http and https).',
    nextStep:
      'Look at the hops under “Sent”, and set the base URL of the environment to the last address that makes sense.',
    facts: { url },
  });
