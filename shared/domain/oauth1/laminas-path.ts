// How Laminas\Uri\Uri::normalizePath rewrites a path. A server that signs its result signs another path than it was sent.
import { type ByteString, encodeUtf8 } from '../../kernel/byte-string.ts';
import { percentEncodeBytes } from './percent-encoding.ts';

const escape = /%([0-9A-Fa-f]{2})/g;
// What the class leaves raw in a path: unreserved characters, some reserved ones, and whatever looks like an escape.
const encoded = /[^A-Za-z0-9\-._~():@&=+$,/;%]+|%(?![A-Fa-f0-9]{2})/g;

/**
 * Normalises a raw path: dot segments are removed, escapes of the decoded characters are undone and the others written in upper case,
 * and raw characters that do not belong in a path are escaped.
 *
 * @param decoded matches one character whose escape is undone. Where `%` is one of them, `%2541` becomes `%41`, and a `%`
 * that starts no escape becomes `%25` again.
 */
export function normalizePath(path: string, decoded: RegExp): string {
  return removeDotSegments(encodeUtf8(path))
    .replace(escape, (text: string, hexadecimal: string) => {
      const byte = String.fromCharCode(Number.parseInt(hexadecimal, 16));
      return decoded.test(byte) ? byte : text.toUpperCase();
    })
    .replace(encoded, percentEncodeBytes);
}

/** RFC 3986 §5.2.4, for a path that begins with a slash. Escaped dots are no dot segments yet. */
function removeDotSegments(path: ByteString): ByteString {
  if (!path.includes('/.')) return path;
  const kept: string[] = [];
  const segments = path.split('/').slice(1);
  for (const segment of segments) {
    if (segment === '..') kept.pop();
    else if (segment !== '.') kept.push(segment);
  }
  const isFolder = /^\.\.?$/.test(segments.at(-1) ?? '');
  return `/${kept.join('/')}${isFolder && kept.length > 0 ? '/' : ''}`;
}
