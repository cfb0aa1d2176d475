// Magento's token routes: POST /rest/<store>/V1/integration/{admin,customer}/token with user name and password answers a
// bare JSON string. A wrong, unknown, inactive and locked account all answer the same 401.
import type { Environment } from '#shared/domain/environment/environment.ts';
import { headerValue } from '#shared/domain/http/headers.ts';
import { buildTargetUrl } from '#shared/domain/http/request-target.ts';
import type { Identity } from '#shared/domain/identity/identity.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { callStore, isHtml, type StoreAnswer } from '#electron/core/exchange/call-store.ts';
import type { Transport } from '#electron/core/exchange/transport.ts';

export interface TokenRequest {
  readonly environment: Environment;
  readonly identity: Identity;
  readonly password: string;
}

const tokenCallTimeoutMs = 30_000;

/**
 * Asks the store for a token. Throws `AppError`: `identity.refused` (401, or a second factor is wanted), `identity.answer`
 * (anything that is no token), `network.*`.
 */
export async function requestToken(
  transport: Transport,
  { environment, identity, password }: TokenRequest,
  signal: AbortSignal,
): Promise<string> {
  const route = identity.kind === 'customer' ? 'customer' : 'admin';
  const url = buildTargetUrl({ url: `/V1/integration/${route}/token`, parameters: [] }, environment);
  const answer = await callStore(
    transport,
    {
      method: 'POST',
      url,
      body: { username: identity.username, password },
      verifiesTls: environment.verifiesTls,
      timeoutMs: tokenCallTimeoutMs,
    },
    signal,
  );
  if (answer.status === 200 && typeof answer.json === 'string' && answer.json !== '') return answer.json;
  throw describeRefusal(answer, identity);
}

function describeRefusal(answer: StoreAnswer, identity: Identity): AppError {
  const facts = { identity: identity.name, status: answer.status };
  const providers = activeProviders(answer.json);
  if (answer.status === 401) {
    return new AppError({
      code: 'identity.refused',
      message: `The store refused the user name and password of “${identity.name}”.`,
      cause:
        'Magento answers the same for a wrong password, an unknown or inactive account, and one that is locked after six failures.',
      nextStep: 'Correct the user name or the password of the identity; a locked account opens again after 30 minutes.',
      facts,
    });
  }
  if (providers !== null) {
    return new AppError({
      code: 'identity.refused',
      message: `The store wants a second factor from “${identity.name}” (${providers}).`,
      cause: 'Two-factor authentication is on for admin users, so the password alone gives no token.',
      nextStep:
        'Use an integration instead, or an admin of a store without two-factor authentication; this version of Lodestone can’t send a one-time password yet.',
      facts: { ...facts, providers },
    });
  }
  const { cause, nextStep } = explainAnswer(answer);
  return new AppError({
    code: 'identity.answer',
    message: `The store gave no token for “${identity.name}” (status ${answer.status}).`,
    cause,
    nextStep,
    facts,
  });
}

function explainAnswer(answer: StoreAnswer): { readonly cause: string; readonly nextStep: string } {
  const location = headerValue(answer.headers, 'Location');
  if (answer.status >= 300 && answer.status < 400 && location !== undefined) {
    return {
      cause: `It redirects to ${location.split('?')[0]}, and a password is not sent after a redirect.`,
      nextStep: 'Set the base URL of the environment to the address that the store redirects to.',
    };
  }
  const message = storeMessage(answer.json);
  if (message !== null) {
    return {
      cause: `It says: ${message}`,
      nextStep: 'Check the base URL, the store code and the user name of the identity.',
    };
  }
  return {
    cause: isHtml(answer)
      ? 'It answered with a web page, as a maintenance page, a firewall or a host without Magento does.'
      : 'The answer has not the form of a token.',
    nextStep: 'Check the base URL of the environment, and open it in a browser.',
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function activeProviders(json: unknown): string | null {
  const parameters = isRecord(json) ? json['parameters'] : null;
  const providers = isRecord(parameters) ? parameters['active_providers'] : null;
  return Array.isArray(providers) ? providers.map(String).join(', ') : null;
}

const storeMessage = (json: unknown): string | null =>
  isRecord(json) && typeof json['message'] === 'string' ? json['message'] : null;
