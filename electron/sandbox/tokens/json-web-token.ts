// JSON web tokens as Magento 2.4.4 issues them for admins and customers: HS256 with `uid`, `utypid`, `iat` and `exp`.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Magento's numbers for kinds of users in a token. */
export const userTypes = { admin: 2, customer: 3 } as const;

export interface TokenClaims {
  readonly uid: number;
  readonly utypid: number;
  /** Seconds since 1970. */
  readonly iat: number;
  readonly exp: number;
}

// A constant and no secret: a token of the sandbox opens nothing but the sandbox, and stays good over its restarts.
const signingKey = 'lodestone-sandbox-token-signing-key';
const header = Buffer.from('{"kid":"1","alg":"HS256"}').toString('base64url');

const sign = (text: string): Buffer => createHmac('sha256', signingKey).update(text).digest();

export function issueToken(claims: TokenClaims): string {
  const text = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${text}.${sign(text).toString('base64url')}`;
}

/** The claims of a token that we issued and that has not expired; null for anything else. */
export function readToken(token: string, nowMs: number): TokenClaims | null {
  const [head, payload, signature, ...rest] = token.split('.');
  if (head !== header || payload === undefined || signature === undefined || rest.length > 0) return null;
  const sent = Buffer.from(signature, 'base64url');
  const expected = sign(`${head}.${payload}`);
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return null;
  // The signature is ours, so the payload is what issueToken wrote.
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as TokenClaims;
  return claims.exp * 1000 > nowMs ? claims : null;
}
