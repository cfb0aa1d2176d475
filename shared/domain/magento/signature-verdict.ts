import { parseFault } from './fault.ts';

/** An answer to a signed request, as far as its verdict on the signature goes. */
export interface SignedAnswer {
  readonly status: number;
  /** The answer's Content-Type; empty where there is none. */
  readonly contentType: string;
  /** The answer's text, or its first part where it is long. */
  readonly bodyText: string;
}

/**
 * What became of a signature. `invalid`: the server computed another one. `method`: it does not take this signature method.
 * `credential`: a check before the signature failed (key, token, nonce, timestamp). `unrouted`: the request never came so
 * far. `unclear`: a page, a failure of the server, or someone else answered. `accepted`: it went through, whatever came of the
 * request then; a missing right is a 401 of this kind.
 */
export type SignatureVerdict = 'accepted' | 'invalid' | 'method' | 'credential' | 'unrouted' | 'unclear';

/** Magento’s messages, by what they say of the signature. Its order of checks stands in known-faults/oauth.ts. */
const messages: readonly (readonly [RegExp, SignatureVerdict])[] = [
  [/does not match any route|Specified request cannot be processed/, 'unrouted'],
  [/signature is invalid/i, 'invalid'],
  [/signature method .* is not supported/i, 'method'],
  [/consumer isn't authorized/i, 'accepted'],
  [/\bnonce\b|\btoken\b|consumer key|having the specified key|oauth[ _]|verifier/i, 'credential'],
];

/** Reads from an answer whether the server accepted the signature. */
export function judgeSignature({ status, contentType, bodyText }: SignedAnswer): SignatureVerdict {
  if (status >= 500 || (status >= 300 && status < 400)) return 'unclear';
  const fault = parseFault(contentType, bodyText);
  if (status < 300) return fault === null && isData(contentType, bodyText) ? 'accepted' : 'unclear';
  if (fault === null || fault.shape === 'page' || fault.shape === 'text') return 'unclear';
  const known = messages.find(([pattern]) => pattern.test(fault.template));
  if (known) return known[1];
  // Every 401 of Magento’s own says why; one that says something else comes from someone in front of it.
  return status === 401 ? 'unclear' : 'accepted';
}

const isData = (contentType: string, bodyText: string): boolean =>
  /[/+](?:json|xml)/i.test(contentType) || /^\s*[[{"]/.test(bodyText);
