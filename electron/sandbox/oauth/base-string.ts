import type { SandboxRequest } from '../message.ts';
import { findHeader } from '../message.ts';
import { encodeBytes } from './percent-encoding.ts';
import type { ByteParameter } from './protocol-parameters.ts';

/** Scheme and host of a URL as they are signed, and the path. */
export interface SignedUrl {
  readonly scheme: 'http' | 'https';
  /** Host and port. */
  readonly authority: string;
  readonly path: string;
}

/** The URL as the client sent it: the Host header untouched, the path byte for byte. */
export function readSentUrl(request: SandboxRequest): SignedUrl {
  return {
    scheme: request.isSecure ? 'https' : 'http',
    authority: findHeader(request.headers, 'host') ?? '',
    path: request.path,
  };
}

/** The host in lower case, a default port dropped (RFC 5849 §3.4.1.2). */
export function normalizeAuthority({ scheme, authority }: SignedUrl): string {
  return authority.toLowerCase().replace(scheme === 'https' ? /:443$/ : /:80$/, '');
}

/** The signature base string from parameters that are encoded and sorted already (RFC 5849 §3.4.1.1). */
export function buildBaseString(method: string, url: SignedUrl, parameters: readonly ByteParameter[]): string {
  const list = parameters.map(([name, value]) => `${name}=${value}`).join('&');
  const { scheme, authority, path } = url;
  return [method.toUpperCase(), `${scheme}://${authority}${path}`, list].map(encodeBytes).join('&');
}
