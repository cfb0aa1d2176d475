// The base string URI of RFC 5849 §3.4.1.2, up to what the profiles decide themselves.
import { type HeaderPair, headerValue } from '../http/headers.ts';
import { splitUrl } from '../http/raw-url.ts';
import type { RequestTarget } from './server-profile.ts';

/**
 * Reads what a server will see of a request line and its headers. A `Host` header stands for the host, and
 * `X-Forwarded-Proto: https` says that a proxy ends TLS; both change what is signed.
 *
 * @returns null where the URL is not an absolute http or https URL.
 */
export function readTarget(url: string, headers: readonly HeaderPair[]): RequestTarget | null {
  const { scheme, authority, path, query } = splitUrl(url);
  const urlAuthority = authority.slice(authority.lastIndexOf('@') + 1);
  if (!/^https?$/i.test(scheme) || urlAuthority === '') return null;
  const isForwardedAsHttps = headerValue(headers, 'X-Forwarded-Proto')?.trim().toLowerCase() === 'https';
  return {
    scheme: isForwardedAsHttps ? 'https' : scheme.toLowerCase(),
    urlAuthority,
    hostHeader: headerValue(headers, 'Host')?.trim() || undefined,
    path: path === '' ? '/' : path,
    query,
  };
}

const defaultPorts: Readonly<Record<string, string>> = { http: '80', https: '443' };

/** A host and its port; `port` is null where none is written. IPv6 addresses keep their brackets. */
export function splitAuthority(authority: string): { readonly host: string; readonly port: string | null } {
  const match = /^(.*?)(?::(\d*))?$/s.exec(authority);
  return { host: match?.[1] ?? authority, port: match?.[2] || null };
}

/** Host in lower case, and the port unless it is the scheme's own (RFC 5849 §3.4.1.2). */
export function normalizeAuthority(authority: string, scheme: string): string {
  const { host, port } = splitAuthority(authority);
  const suffix = port === null || port === defaultPorts[scheme] ? '' : `:${port}`;
  return host.toLowerCase() + suffix;
}
