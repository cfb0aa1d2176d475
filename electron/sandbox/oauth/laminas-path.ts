// The path as Laminas normalises it before it is signed (Laminas\Uri\Uri::normalizePath).
import { encodeBytes } from './percent-encoding.ts';

/** Resolves `.` and `..` as RFC 3986 §5.2.4 does. */
function removeDotSegments(path: string): string {
  if (!path.includes('/.')) return path;
  const [root = '', ...segments] = path.split('/');
  const kept: string[] = [];
  for (const [index, segment] of segments.entries()) {
    const isDots = segment === '.' || segment === '..';
    if (segment === '..') kept.pop();
    if (!isDots) kept.push(segment);
    else if (index === segments.length - 1) kept.push('');
  }
  return [root, ...kept].join('/');
}

/**
 * Decodes the escapes of characters that `decoded` matches, writes the others in upper case, and encodes what must not
 * stand raw in a path.
 */
export function normalizeLaminasPath(path: string, decoded: RegExp): string {
  return removeDotSegments(path)
    .replace(/%[0-9a-f]{2}/gi, (escape) => {
      const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
      return decoded.test(character) ? character : escape.toUpperCase();
    })
    .replace(/[^A-Za-z0-9\-._~()/:@&=+$,;%]|%(?![0-9A-Fa-f]{2})/g, encodeBytes);
}
