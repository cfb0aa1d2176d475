import { domainToASCII } from 'node:url';
import { joinUrl, splitUrl } from '#shared/domain/http/raw-url.ts';
import { writePortableUrl } from '#shared/domain/oauth1/portable-url.ts';
import type { ExchangeStep } from '../exchange-context.ts';

/** A host in other letters than ASCII goes on the wire in its ASCII form (RFC 5891), and is signed so. */
function writeHost(authority: string): string {
  const port = /:\d*$/.exec(authority)?.[0] ?? '';
  return `${domainToASCII(authority.slice(0, authority.length - port.length))}${port}`;
}

/** Writes the URL as it is sent: portably, or exactly as typed where the user asks for it. */
export const writeUrl: ExchangeStep = (context) => {
  const url = context.input.request.isExact ? context.url : writePortableUrl(context.url);
  const parts = splitUrl(url);
  const isAscii = /^[\u0021-\u007e]*$/.test(parts.authority);
  context.url = joinUrl({
    ...parts,
    authority: isAscii ? parts.authority : writeHost(parts.authority),
    fragment: null,
  });
};
