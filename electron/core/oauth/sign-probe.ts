import type { Identity } from '#shared/domain/identity/identity.ts';
import type { ProbeRequest } from '#shared/domain/oauth1/probe-plan.ts';
import { signRequest } from '#shared/domain/oauth1/sign-request.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { createNonce, currentTimestamp } from '#electron/core/auth/nonce.ts';
import { nodeSigner } from '#electron/core/auth/node-signer.ts';
import { requireSecret } from '#electron/core/auth/require-secret.ts';
import type { Clock, Random } from '#electron/core/ports.ts';

interface ProbeSigner {
  readonly identity: Identity;
  readonly secrets: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly random: Random;
}

/** The Authorization header of a probe, each with a nonce of its own. Throws AppError where a secret is missing. */
export function signProbe(
  { signedAs, signatureMethod }: ProbeRequest,
  url: string,
  { identity, secrets, clock, random }: ProbeSigner,
): string {
  const secret = (name: string): string => requireSecret(identity, secrets, name);
  const signed = signRequest(
    {
      profile: signedAs,
      method: 'GET',
      url,
      headers: [],
      body: null,
      consumerKey: secret('consumerKey'),
      consumerSecret: secret('consumerSecret'),
      token: secret('accessToken'),
      tokenSecret: secret('accessTokenSecret'),
      nonce: createNonce(random),
      timestamp: currentTimestamp(clock),
      signatureMethod,
      version: '1.0',
    },
    nodeSigner,
  );
  if (!signed.ok) throw new AppError(signed.error);
  return signed.value.authorizationHeader;
}
