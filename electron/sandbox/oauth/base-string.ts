import type { SandboxRequest } from '../message.ts';
import { findHeader } from '../message.ts';
import { encodeBytes } from './percent-encoding.ts';
import type { ByteParameter } from './protocol-parameters.ts';

/** Scheme, Host header in lower case without a default port, and the path as sent (RFC 5849 §3.4.1.2). */
export function buildBaseUrl(request: SandboxRequest): string {
  const scheme = request.isSecure ? 'https' : 'http';
  const host = (findHeader(request.headers, 'host') ?? '').toLowerCase();
  return `${scheme}://${host.replace(request.isSecure ? /:443$/ : /:80$/, '')}${request.path}`;
}

/** The signature base string from parameters that are encoded and sorted already (RFC 5849 §3.4.1.1). */
export function buildBaseString(request: SandboxRequest, parameters: readonly ByteParameter[]): string {
  const list = parameters.map(([name, value]) => `${name}=${value}`).join('&');
  return [request.method.toUpperCase(), buildBaseUrl(request), list].map(encodeBytes).join('&');
}
