// The recorded signatures of `tests/fixtures/oauth`: one vector a line, as a real Magento answered them.
import { readFileSync } from 'node:fs';
import type { HeaderPair } from '#shared/domain/http/headers.ts';
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import type { SigningInput } from '#shared/domain/oauth1/signing-input.ts';

export interface OAuthVector {
  readonly generation: string;
  readonly name: string;
  /** `rfc5849`: signed by the book; `magento`: signed as this generation does; absent where something else is wrong. */
  readonly kind?: 'rfc5849' | 'magento';
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: readonly HeaderPair[];
  readonly body?: string;
  readonly contentType?: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly token: string;
  readonly tokenSecret: string;
  readonly nonce: string;
  readonly timestamp: string;
  readonly receivedAt: number;
  readonly signatureMethod: string;
  readonly version: '1.0' | null;
  readonly authorizationHeader: string;
  readonly baseString: string;
  readonly signature: string;
  /** What the server answered; null where it did not look at the signature. */
  readonly accepted: boolean | null;
  readonly serverBaseString: string | null;
  readonly status: number;
}

/** Reads the vectors of one generation (`a` is Magento 2.4.4). */
export function readOAuthVectors(generation: string): OAuthVector[] {
  const file = new URL(`../fixtures/oauth/generation-${generation}.ndjson`, import.meta.url);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as OAuthVector);
}

/** The signer's input that a vector describes. What its header says stands over the vector's own fields. */
export function toSigningInput(vector: OAuthVector, profile: ServerProfileId): SigningInput {
  const written = readAuthorization(vector.authorizationHeader);
  const own = ['oauth_consumer_key', 'oauth_nonce', 'oauth_signature_method', 'oauth_timestamp', 'oauth_signature'];
  const others = written.filter(([name]) => ![...own, 'oauth_token', 'oauth_version', 'realm'].includes(name));
  const token = written.find(([name]) => name === 'oauth_token')?.[1] ?? null;
  const { method, url, consumerKey, consumerSecret, nonce, timestamp, signatureMethod, version } = vector;
  return {
    profile,
    method,
    url,
    headers: vector.requestHeaders,
    body: vector.body === undefined ? null : { contentType: vector.contentType ?? '', text: vector.body },
    consumerKey,
    consumerSecret,
    token,
    tokenSecret: vector.tokenSecret,
    nonce,
    timestamp,
    signatureMethod,
    version,
    oauthParameters: others,
  };
}

function readAuthorization(header: string): HeaderPair[] {
  return header
    .replace(/^oauth\s+/i, '')
    .split(/,\s*/)
    .map((part) => {
      const position = part.indexOf('=');
      const value = part.slice(position + 1).replace(/^"|"$/g, '');
      return [decodeURIComponent(part.slice(0, position)), decodeURIComponent(value)];
    });
}
