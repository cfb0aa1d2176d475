// Redirects are followed here and not by the HTTP library, which would resend credentials to a stranger and could not sign
// the next hop.
import { headerValue, type HeaderPair } from '#shared/domain/http/headers.ts';
import { originOf } from '#shared/domain/http/raw-url.ts';
import type { ResponseHead } from '#shared/domain/exchange/exchange.ts';
import { isSecretHeader } from '#shared/domain/exchange/secret-names.ts';
import type { EncodedBody } from './exchange-context.ts';

/** What the next request line is made of. */
export interface HopTarget {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly HeaderPair[];
  readonly body: EncodedBody | null;
  /** False once a redirect led to another origin: from there on no credentials are sent. */
  readonly isAuthorised: boolean;
}

const redirectStatuses: readonly number[] = [301, 302, 303, 307, 308];
const bodyHeader = /^(?:content-|transfer-encoding$)/i;

/** RFC 9110 §15.4: 303 asks for a GET; 301 and 302 turn a POST into a GET, as every client does. */
function nextMethod(method: string, status: number): string {
  if (status === 303) return method === 'HEAD' ? 'HEAD' : 'GET';
  return (status === 301 || status === 302) && method === 'POST' ? 'GET' : method;
}

/**
 * Where an answer sends us on to; null where it is no redirect that can be followed. One that would carry a body to another
 * origin is none: the body may hold a user name and a password, and the stranger was not asked for.
 */
export function nextHop(target: HopTarget, head: ResponseHead): HopTarget | null {
  const location = headerValue(head.headers, 'Location');
  if (!redirectStatuses.includes(head.status) || location === undefined) return null;
  if (!URL.canParse(location, target.url)) return null;
  const next = new URL(location, target.url);
  if (!/^https?:$/.test(next.protocol)) return null;
  next.hash = '';
  next.username = '';
  next.password = '';

  const method = nextMethod(target.method, head.status);
  const keepsBody = method === target.method;
  const isSameOrigin = originOf(next.href) === originOf(target.url);
  if (keepsBody && target.body !== null && !isSameOrigin) return null;
  const headers = target.headers.filter(
    ([name]) =>
      (keepsBody || !bodyHeader.test(name)) && (isSameOrigin || (!isSecretHeader(name) && !/^host$/i.test(name))),
  );
  return {
    method,
    url: next.href,
    headers,
    body: keepsBody ? target.body : null,
    isAuthorised: target.isAuthorised && isSameOrigin,
  };
}
