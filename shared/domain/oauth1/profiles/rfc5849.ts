// RFC 5849 by the book: what most servers that are not Magento expect, and the standard that other profiles are told against.
import { readFormPairs } from '../form-pairs.ts';
import { compareByEncodedBytes } from '../parameters.ts';
import { percentEncodeBytes } from '../percent-encoding.ts';
import type { RequestTarget, ServerProfile } from '../server-profile.ts';
import { signatureMethods } from '../signature-methods.ts';
import { normalizeAuthority, splitAuthority } from '../signed-url.ts';

export const rfc5849: ServerProfile = {
  label: 'RFC 5849',
  signatureMethods: Object.keys(signatureMethods),
  buildAuthority,
  buildPath: (path) => path,
  readQuery: (query) => readFormPairs(query, 'query'),
  isBodySigned: (contentType) => /^\s*application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType),
  readBody: (text) => readFormPairs(text, 'body'),
  isHeaderParameterSigned: () => true,
  combine: (parameters) => ({ parameters, deviations: [] }),
  encodeValue: percentEncodeBytes,
  order: { compare: compareByEncodedBytes, remark: '' },
  listRefusals: () => [],
};

/**
 * RFC 5849 §3.4.1.2: the host of the Host header, and the port unless it is the scheme's own. A Host header that names
 * the host of the URL but leaves its port out does not change where the request goes, so the port still counts.
 */
function buildAuthority({ scheme, urlAuthority, hostHeader }: RequestTarget): string {
  if (hostHeader === undefined) return normalizeAuthority(urlAuthority, scheme);
  const header = splitAuthority(hostHeader);
  const isSameHost = header.host.toLowerCase() === splitAuthority(urlAuthority).host.toLowerCase();
  return normalizeAuthority(isSameHost && header.port === null ? urlAuthority : hostHeader, scheme);
}
