/** A bearer token of a customer or an admin. */
export interface Token {
  readonly value: string;
  /** Milliseconds since 1970; null where it never expires. */
  readonly expiresAt: number | null;
  /** The base URL that issued it: a token is never sent anywhere else. */
  readonly issuer: string;
}

/** Where tokens outlive the process, sealed; an implementation without a key store keeps them in memory. */
export interface TokenStore {
  read(identityId: string): Promise<Token | null>;
  /** Keeps a token whole, all three fields; null removes it. */
  write(identityId: string, token: Token | null): Promise<void>;
}

/** The expiry in a JWT's `exp` (RFC 7519 §4.1.4) in milliseconds since 1970; null for a token that tells none. */
export function readJwtExpiry(token: string): number | null {
  const payload = token.split('.')[1];
  if (payload === undefined) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    if (typeof claims !== 'object' || claims === null || !('exp' in claims)) return null;
    return typeof claims.exp === 'number' ? claims.exp * 1000 : null;
  } catch {
    return null;
  }
}
