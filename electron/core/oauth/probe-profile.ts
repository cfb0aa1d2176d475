// Asks a store how it verifies: signed GETs that change nothing, chosen one by one so that each answer rules out as many
// server profiles as it can.
import type { Environment } from '#shared/domain/environment/environment.ts';
import { headerValue } from '#shared/domain/http/headers.ts';
import { buildTargetUrl } from '#shared/domain/http/request-target.ts';
import type { Identity } from '#shared/domain/identity/identity.ts';
import { judgeSignature } from '#shared/domain/magento/signature-verdict.ts';
import { writePortableUrl } from '#shared/domain/oauth1/portable-url.ts';
import {
  allSuspects,
  chooseProbeRequest,
  maxProbeRequests,
  narrowSuspects,
  type ProbeRequest,
  profilesOf,
  type Suspect,
} from '#shared/domain/oauth1/probe-plan.ts';
import type { ProbeResult } from '#shared/domain/oauth1/probe-result.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { callStore } from '#electron/core/exchange/call-store.ts';
import type { Transport } from '#electron/core/exchange/transport.ts';
import type { Clock, Random } from '#electron/core/ports.ts';
import { refusedByAllError, unexpectedAnswerError, unverifiedError } from './probe-errors.ts';
import { signProbe } from './sign-probe.ts';

/** Which store to ask, and as whom. */
export interface ProbeSubject {
  readonly environment: Environment;
  /** An integration. */
  readonly identity: Identity;
  readonly secrets: Readonly<Record<string, string>>;
}

export interface ProbeDependencies {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
}

export interface ProbeOptions {
  /** Told one sentence a request. */
  readonly observe: (event: { readonly step: string }) => void;
  readonly signal: AbortSignal;
}

const callTimeoutMs = 15_000;

/** What one answer means; `blocked` where something in front of the store did not let the URL through. */
type ProbeAnswer = 'accepted' | 'refused' | 'blocked' | 'unclear';

/**
 * Finds the server profiles that explain how a store answers, with at most eight requests.
 *
 * Throws `AppError`: `identity.credential` (a secret is missing), `identity.refused` (the store refused the integration),
 * `environment.probe` (its answers say nothing of signatures), `request.url`, `network.*`; `CancelledError` where the
 * signal is aborted.
 */
export async function probeProfile(
  subject: ProbeSubject,
  dependencies: ProbeDependencies,
  { observe, signal }: ProbeOptions,
): Promise<ProbeResult> {
  const restUrl = readRestUrl(subject.environment);
  const blockedPaths: string[] = [];
  const steps: string[] = [];
  let suspects: readonly Suspect[] = allSuspects;
  while (suspects.length > 1 && steps.length < maxProbeRequests) {
    const request = chooseProbeRequest(suspects, { restUrl, blockedPaths });
    if (!request) break;
    const answer = await ask(request, restUrl, { subject, dependencies, signal });
    if (answer === 'blocked') blockedPaths.push(request.path);
    if (answer === 'accepted' || answer === 'refused') {
      suspects = narrowSuspects(suspects, request, { isAccepted: answer === 'accepted', restUrl });
    }
    const step = describeStep(request, answer, suspects);
    steps.push(step);
    observe({ step });
    if (answer === 'unclear') break;
  }
  return conclude(suspects, steps, restUrl);
}

/** The REST URL up to `/V1`, as it goes on the wire. */
function readRestUrl(environment: Environment): string {
  const url = buildTargetUrl({ url: '/V1', parameters: [] }, environment).replace(/\/V1$/, '');
  if (URL.canParse(url)) return writePortableUrl(new URL(url).href);
  throw new AppError({
    code: 'request.url',
    message: `The base URL of “${environment.name}” is not a URL.`,
    cause: 'A URL looks like https://shop.example.com/.',
    nextStep: 'Correct the base URL of the environment.',
    facts: { url },
  });
}

interface Asking {
  readonly subject: ProbeSubject;
  readonly dependencies: ProbeDependencies;
  readonly signal: AbortSignal;
}

async function ask(request: ProbeRequest, restUrl: string, asking: Asking): Promise<ProbeAnswer> {
  const { subject, dependencies, signal } = asking;
  const url = `${restUrl}${request.path}${request.query === '' ? '' : `?${request.query}`}`;
  const { environment, identity, secrets } = subject;
  const { transport, clock, random } = dependencies;
  const authorization = signProbe(request, url, { identity, secrets, clock, random });
  const { verifiesTls } = environment;
  const answer = await callStore(
    transport,
    { method: 'GET', url, body: undefined, verifiesTls, timeoutMs: callTimeoutMs, isExact: true, authorization },
    signal,
  );
  const contentType = headerValue(answer.headers, 'Content-Type') ?? '';
  const verdict = judgeSignature({ status: answer.status, contentType, bodyText: answer.text });
  if (verdict === 'accepted') return 'accepted';
  if (verdict === 'invalid') return 'refused';
  if (request.signatureMethod === 'HMAC-SHA1') return verdict === 'method' ? 'refused' : 'unclear';
  // Firewalls and web servers dislike escapes in paths; Magento itself would have answered in JSON.
  const isForeign = verdict === 'unclear' && answer.status >= 400 && answer.status < 500 && answer.status !== 401;
  if (isForeign && request.path.includes('%')) return 'blocked';
  throw unexpectedAnswerError(answer, verdict, { url, profile: request.signedAs });
}

const answerSentences: Readonly<Record<ProbeAnswer, string>> = {
  accepted: 'accepted',
  refused: 'refused',
  blocked: 'not let through by something in front of the store',
  unclear: 'answered with something else',
};

function describeStep(request: ProbeRequest, answer: ProbeAnswer, suspects: readonly Suspect[]): string {
  const method = request.signatureMethod === 'HMAC-SHA256' ? '' : ` with ${request.signatureMethod}`;
  const target = `${request.path}${request.query === '' ? '' : `?${request.query}`}`;
  const profiles = profilesOf(suspects);
  const left = profiles.length === 0 ? 'No profile is left' : `Left: ${profiles.join(', ')}`;
  return `GET ${target} signed as ${request.signedAs}${method}: ${answerSentences[answer]}. ${left}.`;
}

function conclude(suspects: readonly Suspect[], steps: readonly string[], restUrl: string): ProbeResult {
  const profiles = profilesOf(suspects);
  if (profiles.length === 0)
    throw suspects.includes('refusesAll') ? refusedByAllError(restUrl) : unverifiedError(restUrl);
  const decided = suspects.length === 1 ? (profiles[0] ?? null) : null;
  return { profiles, decided, requests: steps.length, steps };
}
