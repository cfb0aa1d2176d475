import type { HeaderPair } from '../http/headers.ts';
import type { ServerProfileId } from './server-profile-id.ts';

/** All that a signature depends on. Nothing here is normalised: what is signed is what will be sent. */
export interface SigningInput {
  readonly profile: ServerProfileId;
  readonly method: string;
  /** Exactly as it will be sent, absolute. */
  readonly url: string;
  /** Only `Host` and `X-Forwarded-Proto` matter: they change the URL that the server sees. */
  readonly headers: readonly HeaderPair[];
  readonly body: { readonly contentType: string; readonly text: string } | null;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  /** Null signs without a token, as a request token is asked for. */
  readonly token: string | null;
  readonly tokenSecret: string | null;
  readonly verifier?: string;
  /** At most 32 characters for Magento, never used before. */
  readonly nonce: string;
  /** Seconds since 1970. */
  readonly timestamp: string;
  /** For the RSA methods: an RSA private key in PEM. */
  readonly privateKey?: string;
  /** `HMAC-SHA256` for Magento; every other method is computed too, and warned of where it is refused. */
  readonly signatureMethod: string;
  /** Null leaves `oauth_version` out. */
  readonly version: '1.0' | null;
  /** Sent, never signed. */
  readonly realm?: string;
  /** Further parameters of the Authorization header. */
  readonly oauthParameters?: readonly HeaderPair[];
}
