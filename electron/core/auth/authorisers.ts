// How each kind of identity proves itself. A kind answers with a patch as data and never touches the request; adding a
// kind is one row here and one in `identity-kinds.ts`.
import type { HeaderPair } from '#shared/domain/http/headers.ts';
import type { Identity, IdentityKind } from '#shared/domain/identity/identity.ts';
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import { signRequest } from '#shared/domain/oauth1/sign-request.ts';
import type { SignatureTrace } from '#shared/domain/oauth1/signature-trace.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Clock, Random } from '#electron/core/ports.ts';
import { nodeSigner } from './node-signer.ts';
import { createNonce, currentTimestamp } from './nonce.ts';
import { requireSecret } from './require-secret.ts';
import type { Token } from './token-service.ts';

/** One request line as it is about to be sent, and what there is to prove the identity with. */
export interface AuthorisationInput {
  /** Under which a signature is made. */
  readonly profile: ServerProfileId;
  readonly identity: Identity;
  readonly secrets: Readonly<Record<string, string>>;
  readonly token: Token | null;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly HeaderPair[];
  readonly body: { readonly contentType: string; readonly text: string } | null;
  readonly clock: Clock;
  readonly random: Random;
}

/** What is added to the request; `signature` is not masked yet. */
export interface AuthorisationPatch {
  readonly headers: readonly HeaderPair[];
  readonly signature: SignatureTrace | null;
  readonly profile: ServerProfileId | null;
}

export interface Authoriser {
  /** True where a token must be had before `authorise` is called. */
  readonly needsToken: boolean;
  /** Throws `AppError` where a secret is missing or the request can't be signed. */
  authorise(input: AuthorisationInput): AuthorisationPatch;
}

const nothing: AuthorisationPatch = { headers: [], signature: null, profile: null };

const bearer: Authoriser = {
  needsToken: true,
  authorise: ({ token }) =>
    token === null ? nothing : { ...nothing, headers: [['Authorization', `Bearer ${token.value}`]] },
};

const oauth1: Authoriser = {
  needsToken: false,
  authorise(input) {
    const secret = (name: string): string => requireSecret(input.identity, input.secrets, name);
    const signed = signRequest(
      {
        profile: input.profile,
        method: input.method,
        url: input.url,
        headers: input.headers,
        body: input.body,
        consumerKey: secret('consumerKey'),
        consumerSecret: secret('consumerSecret'),
        token: secret('accessToken'),
        tokenSecret: secret('accessTokenSecret'),
        nonce: createNonce(input.random),
        timestamp: currentTimestamp(input.clock),
        signatureMethod: 'HMAC-SHA256',
        version: '1.0',
      },
      nodeSigner,
    );
    if (!signed.ok) throw new AppError(signed.error);
    return {
      headers: [['Authorization', signed.value.authorizationHeader]],
      signature: signed.value.trace,
      profile: input.profile,
    };
  },
};

/** The table of identity kinds as the pipeline uses them. */
export const authorisers: Readonly<Record<IdentityKind, Authoriser>> = {
  guest: { needsToken: false, authorise: () => nothing },
  customer: bearer,
  admin: bearer,
  integration: oauth1,
};
