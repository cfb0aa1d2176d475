// Why a probe ended without an answer about the server profile.
import { explainResponse } from '#shared/domain/magento/explain.ts';
import type { SignatureVerdict } from '#shared/domain/magento/signature-verdict.ts';
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import { headerValue } from '#shared/domain/http/headers.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { StoreAnswer } from '#electron/core/exchange/call-store.ts';

interface SentProbe {
  readonly url: string;
  readonly profile: ServerProfileId;
}

/** An answer that says nothing about the signature, in the words with which any such answer is explained. */
export function unexpectedAnswerError(answer: StoreAnswer, verdict: SignatureVerdict, sent: SentProbe): AppError {
  const explanation = explainResponse({
    status: answer.status,
    statusText: '',
    contentType: headerValue(answer.headers, 'Content-Type') ?? '',
    bodyText: answer.text,
    identityKind: 'integration',
    method: 'GET',
    url: sent.url,
    profile: sent.profile,
    sentAuthorization: true,
    sentContentType: null,
  });
  const quoted = explanation?.message ? `: “${explanation.message}”` : '';
  return new AppError({
    code: verdict === 'credential' || verdict === 'method' ? 'identity.refused' : 'environment.probe',
    message:
      verdict === 'credential'
        ? `The store refused the integration with ${answer.status}${quoted}.`
        : `The store answered ${answer.status}${quoted}, which does not tell how it verifies signatures.`,
    cause: explanation?.meaning ?? 'Something in front of the store answered in its place.',
    nextStep: explanation?.nextStep || 'Send a request as this integration, and look at its answer.',
    facts: { status: answer.status, url: sent.url },
  });
}

/** Every signature was refused, whichever profile it was made under. */
export function refusedByAllError(url: string): AppError {
  return new AppError({
    code: 'identity.refused',
    message: 'The store refused the signature under every server profile.',
    cause:
      'The consumer secret or the token secret is wrong, or a proxy changes what the store sees: the scheme, the host, its port or the path.',
    nextStep: 'Copy the four values of the integration anew, and check that the base URL is the one the store knows.',
    facts: { url },
  });
}

/** Every signature was accepted, wrong ones too. */
export function unverifiedError(url: string): AppError {
  return new AppError({
    code: 'environment.probe',
    message: 'The store answered alike whether the signature was right or wrong.',
    cause: 'The Authorization header does not reach it: a proxy or the web server takes it away.',
    nextStep: 'Let the web server pass the Authorization header on to PHP, then probe again.',
    facts: { url },
  });
}
