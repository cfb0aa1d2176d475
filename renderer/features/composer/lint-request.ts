import type { Environment } from '#shared/domain/environment/environment.ts';
import { headerValue, type HeaderPair } from '#shared/domain/http/headers.ts';
import type { Request } from '#shared/domain/http/request.ts';
import { lintSigning } from '#shared/domain/oauth1/lint-signing.ts';
import type { WrittenRequest } from './written-request.ts';

/** What this store will make of a signed request otherwise than one may think. */
export interface SigningMark {
  /** Which row of the parameter table is concerned; null where none is. */
  readonly rowIndex: number | null;
  readonly effect: ReturnType<typeof lintSigning>[number]['effect'];
  readonly text: string;
  readonly sentence: string;
}

/** Keys, nonce and time are not known here, and nothing is said of them: main signs with the real ones. */
const stranger = {
  consumerKey: 'k'.repeat(32),
  consumerSecret: 's',
  token: 't'.repeat(32),
  tokenSecret: 's',
  nonce: 'n'.repeat(32),
  timestamp: '1700000000',
  signatureMethod: 'HMAC-SHA256',
  version: '1.0',
} as const;

/** The remarks of the lint, each at the row that it is about. */
export function lintRequest(request: Request, written: WrittenRequest, { profile }: Environment): SigningMark[] {
  const headers = request.headers
    .filter(({ isEnabled }) => isEnabled)
    .map(({ name, value }): HeaderPair => [name, value]);
  // The user's own Authorization header takes the signature's place.
  if (headerValue(headers, 'Authorization') !== undefined) return [];
  const { body, method, isExact } = request;
  const contentType = headerValue(headers, 'Content-Type') ?? 'application/json';
  const remarks = lintSigning(
    {
      ...stranger,
      profile,
      method,
      url: written.url,
      headers,
      body: body.kind === 'none' ? null : { contentType, text: body.text },
    },
    { isExact },
  );
  return remarks.map(({ pairIndex, effect, text, remark }) => ({
    rowIndex: pairIndex === null ? null : (written.rowOfPair[pairIndex] ?? null),
    effect,
    text,
    sentence: remark,
  }));
}
