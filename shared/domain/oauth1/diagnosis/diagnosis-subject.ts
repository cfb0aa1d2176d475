// A stranger's request: what was sent, and what we know of its secrets.
import type { HeaderPair } from '../../http/headers.ts';
import type { ServerProfileId } from '../server-profile-id.ts';
import type { SigningInput } from '../signing-input.ts';
import type { Authorization } from './read-authorization.ts';

/** The secrets of the integration that should have signed; key and token where they are known. */
export interface SubjectSecrets {
  readonly consumerKey?: string;
  readonly consumerSecret: string;
  readonly token?: string;
  readonly tokenSecret: string | null;
}

/** A signed request whose signature is refused. One of `authorization` and `baseString` has to be there. */
export interface DiagnosisSubject {
  readonly method: string;
  /** As it was sent, absolute. */
  readonly url: string;
  readonly headers: readonly HeaderPair[];
  readonly body: { readonly contentType: string; readonly text: string } | null;
  /** The value of the Authorization header. */
  readonly authorization: string | null;
  /** What was signed, where the stranger tells it: then no secret is needed. */
  readonly baseString: string | null;
  /** Null where only base strings are compared. */
  readonly secrets: SubjectSecrets | null;
  /** How the server verifies. */
  readonly profile: ServerProfileId;
  /** The time at which the request arrived, in seconds, where it is known. */
  readonly nowSeconds?: number;
}

const ownNames = ['oauth_consumer_key', 'oauth_nonce', 'oauth_signature_method', 'oauth_timestamp'] as const;

/** The protocol parameters that every server asks for and the header lacks. */
export function listMissing({ parameters, signature }: Authorization, needsSignature: boolean): string[] {
  const missing: string[] = ownNames.filter((wanted) => !parameters.some(([name]) => name === wanted));
  return needsSignature && !signature ? [...missing, 'oauth_signature'] : missing;
}

/** What the signer would be given to make the same request. The secrets take no part: keys are made elsewhere. */
export function toSigningInput(
  subject: DiagnosisSubject,
  authorization: Authorization,
  profile: ServerProfileId,
): SigningInput {
  const find = (wanted: string): string | null =>
    authorization.parameters.find(([name]) => name === wanted)?.[1] ?? null;
  const { method, url, headers, body } = subject;
  const token = find('oauth_token');
  const own: readonly string[] = [...ownNames, 'oauth_token'];
  return {
    profile,
    method,
    url,
    headers,
    body,
    consumerKey: find('oauth_consumer_key') ?? '',
    consumerSecret: 'not used',
    token,
    tokenSecret: null,
    privateKey: 'not used',
    nonce: find('oauth_nonce') ?? '',
    timestamp: find('oauth_timestamp') ?? '',
    signatureMethod: find('oauth_signature_method') ?? '',
    // Whatever version the header has is one of its further parameters.
    version: null,
    oauthParameters: authorization.parameters.filter(([name]) => !own.includes(name)),
  };
}
