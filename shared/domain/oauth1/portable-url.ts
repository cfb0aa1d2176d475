// The form of a URL on which most Magento releases agree when they verify a signature. What the user typed stays as typed;
// this is what is sent and signed.
import { splitUrl } from '../http/raw-url.ts';
import { splitPair } from './form-pairs.ts';
import { percentDecode, percentDecodeForm, percentEncodeBytes } from './percent-encoding.ts';
import { writeIndexes } from './portable-names.ts';
import { normalizeAuthority } from './signed-url.ts';

/**
 * Writes a URL portably, without changing what it means to Magento: path segments and the names and values of the query
 * in strict RFC 3986 escapes with upper-case hexadecimal digits, `%20` for a `+` in the query, always `name=value`, no empty pairs,
 * explicit indexes for `[]`, the host in lower case, no default port, no fragment. Whole escapes are never encoded again;
 * a bare `%` is taken for a percent sign.
 */
export function writePortableUrl(url: string): string {
  const { scheme, authority, path, query } = splitUrl(url);
  const origin = scheme === '' ? '' : writeOrigin(scheme.toLowerCase(), authority);
  return origin + (writePath(path) || (origin && '/')) + writeQuery(query ?? '');
}

function writeOrigin(scheme: string, authority: string): string {
  const hostPosition = authority.lastIndexOf('@') + 1;
  const userInformation = authority.slice(0, hostPosition);
  return `${scheme}://${userInformation}${normalizeAuthority(authority.slice(hostPosition), scheme)}`;
}

function writePath(path: string): string {
  return path
    .split('/')
    .map((segment) => percentEncodeBytes(percentDecode(segment)))
    .join('/');
}

function writeQuery(query: string): string {
  const pairs = query
    .split('&')
    .filter((pair) => pair !== '')
    .map(splitPair);
  if (pairs.length === 0) return '';
  const names = writeIndexes(pairs.map(({ name }) => percentDecodeForm(name)));
  const written = pairs.map(
    ({ value }, index) =>
      `${percentEncodeBytes(names[index] ?? '')}=${percentEncodeBytes(percentDecodeForm(value ?? ''))}`,
  );
  return `?${written.join('&')}`;
}
