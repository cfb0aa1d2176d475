import type { SentRequest } from '#shared/domain/exchange/exchange.ts';

/** What stands between method and version in the request line. */
export const requestTarget = (url: string) => url.replace(/^\w+:\/\/[^/?#]*/, '') || '/';

/** A request as its text on the wire (RFC 9112 §2.1). */
export function formatSentRequest({ method, url, headers, bodyText }: SentRequest): string {
  const lines = [`${method} ${requestTarget(url)} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`)];
  return `${lines.join('\r\n')}\r\n\r\n${bodyText ?? ''}`;
}
