import { type CurlRequest, readCurlCommand } from './curl-command.ts';
import { readAuthorization } from './read-authorization.ts';

/** A text that holds a signature or what was signed, by what it is. */
export type PastedSignature =
  | { readonly kind: 'curl'; readonly request: CurlRequest }
  | { readonly kind: 'baseString'; readonly baseString: string }
  /** The value of an Authorization header. */
  | { readonly kind: 'header'; readonly authorization: string };

/** Tells what was pasted: a cURL command, a base string or an Authorization header; null where it is none of them. */
export function readPastedSignature(text: string): PastedSignature | null {
  const pasted = text.trim();
  const request = readCurlCommand(pasted);
  if (request) return { kind: 'curl', request };
  if (/^[a-z]+&https?(?:%(?:25)*3A|:)/i.test(pasted)) return { kind: 'baseString', baseString: pasted };
  const authorization = pasted.replace(/^["']?authorization["']?\s*[:=]\s*/i, '');
  return readAuthorization(authorization) ? { kind: 'header', authorization } : null;
}
