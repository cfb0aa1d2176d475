// A URL as text. Nothing here normalises: what was typed is what the table shows, and what the signer is given.

/** The parts of a URL byte for byte; `query` and `fragment` are null where their `?` or `#` is absent. */
export interface RawUrl {
  /** `http` or `https` as written, without `:`; empty where the text has no scheme. */
  readonly scheme: string;
  /** User info, host and port as written; empty where the text has no scheme. */
  readonly authority: string;
  readonly path: string;
  readonly query: string | null;
  readonly fragment: string | null;
}

const schemePattern = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i;

/** Splits a URL into its parts without changing a byte (RFC 3986 appendix B). */
export function splitUrl(text: string): RawUrl {
  const hash = text.indexOf('#');
  const beforeFragment = hash < 0 ? text : text.slice(0, hash);
  const mark = beforeFragment.indexOf('?');
  const hierarchy = mark < 0 ? beforeFragment : beforeFragment.slice(0, mark);
  const scheme = schemePattern.exec(hierarchy);
  return {
    scheme: scheme?.[1] ?? '',
    authority: scheme?.[2] ?? '',
    path: hierarchy.slice(scheme?.[0].length ?? 0),
    query: mark < 0 ? null : beforeFragment.slice(mark + 1),
    fragment: hash < 0 ? null : text.slice(hash + 1),
  };
}

/** Puts the parts together again; the inverse of `splitUrl`. */
export function joinUrl(parts: RawUrl): string {
  const origin = parts.scheme === '' ? '' : `${parts.scheme}://${parts.authority}`;
  const query = parts.query === null ? '' : `?${parts.query}`;
  const fragment = parts.fragment === null ? '' : `#${parts.fragment}`;
  return `${origin}${parts.path}${query}${fragment}`;
}

/** True for a text with a scheme: it names its host itself and is not put behind a base URL. */
export function isAbsoluteUrl(text: string): boolean {
  return schemePattern.test(text);
}

const defaultPorts: Readonly<Record<string, string>> = { http: '80', https: '443' };

/**
 * Scheme, host and port in one comparable form (RFC 6454): lower case, default port left out, no user info. Two URLs
 * with different origins never share credentials.
 */
export function originOf(url: string): string {
  const { scheme, authority } = splitUrl(url);
  const lowerScheme = scheme.toLowerCase();
  const host = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
  const suffix = `:${defaultPorts[lowerScheme] ?? ''}`;
  return `${lowerScheme}://${suffix !== ':' && host.endsWith(suffix) ? host.slice(0, -suffix.length) : host}`;
}
