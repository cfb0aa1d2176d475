// All header lines of a request in the order in which they go on the wire: Host first, the user's own as typed, then what
// is still missing. Nothing that the user wrote is replaced, moved or written in another case.
import { headerValue, type HeaderPair } from '#shared/domain/http/headers.ts';
import { splitUrl } from '#shared/domain/http/raw-url.ts';
import type { Request } from '#shared/domain/http/request.ts';
import type { EncodedBody } from './exchange-context.ts';

/** The header rows of a request as lines. */
export const typedHeaders = (request: Request): HeaderPair[] =>
  request.headers.filter((row) => row.isEnabled).map(({ name, value }): HeaderPair => [name, value]);

export interface HeaderParts {
  readonly url: string;
  readonly method: string;
  readonly typed: readonly HeaderPair[];
  readonly body: EncodedBody | null;
  readonly version: string;
}

/** Methods whose request without a body says so (RFC 9110 §8.6). */
const announcesEmptyBody = /^(?:POST|PUT|PATCH)$/;

function framing(method: string, typed: readonly HeaderPair[], body: EncodedBody | null): HeaderPair[] {
  if (headerValue(typed, 'Transfer-Encoding') !== undefined) return [];
  if (body) return [['Content-Length', String(body.bytes.length)]];
  return announcesEmptyBody.test(method) ? [['Content-Length', '0']] : [];
}

export function assembleHeaders({ url, method, typed, body, version }: HeaderParts): HeaderPair[] {
  const isMissing = ([name]: HeaderPair): boolean => headerValue(typed, name) === undefined;
  const host: HeaderPair[] = [['Host', splitUrl(url).authority]];
  const defaults: HeaderPair[] = [
    ['Accept', 'application/json'],
    ['User-Agent', `Lodestone/${version}`],
    ['Accept-Encoding', 'gzip, deflate, br'],
    ...(body ? ([['Content-Type', body.contentType]] as const) : []),
    ...framing(method, typed, body),
    ['Connection', 'keep-alive'],
  ];
  return [...host.filter(isMissing), ...typed, ...defaults.filter(isMissing)];
}
