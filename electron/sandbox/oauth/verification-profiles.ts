// How each kind of server collects and sorts what was signed. Written from the recorded behaviour of the servers and
// kept apart from the client's signer on purpose: a shared mistake would agree with itself.
import { compareNaturally } from './natural-order.ts';
import { decodeBytes, decodeFormBytes, encodeBytes } from './percent-encoding.ts';
import { type ByteParameter, protocolName } from './protocol-parameters.ts';

/** The places from which parameters are signed. */
export interface SignedSources {
  /** Parameters of the Authorization header without `realm`. */
  readonly header: readonly ByteParameter[];
  /** The raw query. */
  readonly query: string;
  /** The raw body where it is a form; null otherwise. */
  readonly form: string | null;
}

export interface VerificationProfile {
  readonly signatureMethods: readonly string[];
  /** False for a URL on which the server's own URL class gives up with a 500. */
  accepts(target: string): boolean;
  /** Every signed parameter encoded and in order, `oauth_signature` left out. Null where the server breaks (500). */
  collect(sources: SignedSources): readonly ByteParameter[] | null;
}

const withoutSignature = ([name]: ByteParameter): boolean => name !== 'oauth_signature';
const encodePair = ([name, value]: ByteParameter): ByteParameter => [encodeBytes(name), encodeBytes(value)];
const splitPairs = (text: string): string[] => (text === '' ? [] : text.split('&').filter((pair) => pair !== ''));

function parseFormPairs(text: string): ByteParameter[] {
  return splitPairs(text).map((pair): ByteParameter => {
    const equals = pair.indexOf('=');
    if (equals < 0) return [decodeFormBytes(pair), ''];
    return [decodeFormBytes(pair.slice(0, equals)), decodeFormBytes(pair.slice(equals + 1))];
  });
}

/** RFC 5849 §3.4.1.3: query, header and form, sorted by encoded name, then by encoded value, both by byte. */
const rfc5849: VerificationProfile = {
  signatureMethods: ['HMAC-SHA1', 'HMAC-SHA256', 'HMAC-SHA512'],
  accepts: () => true,
  collect: ({ header, query, form }) => {
    const compareBytes = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
    return [...parseFormPairs(query), ...header, ...parseFormPairs(form ?? '')]
      .filter(withoutSignature)
      .map(encodePair)
      .sort((left, right) => compareBytes(left[0], right[0]) || compareBytes(left[1], right[1]));
  },
};

/** Only pairs with exactly one raw `=` count, decoded without form rules; `oauth_` names are left out. */
function readStrictQuery(query: string): ByteParameter[] {
  return splitPairs(query).flatMap((pair): ByteParameter[] => {
    const [name, value, ...rest] = pair.split('=');
    if (name === undefined || value === undefined || rest.length > 0 || protocolName.test(name)) return [];
    return [[decodeBytes(name), decodeBytes(value)]];
  });
}

/** PHP's names for form fields: leading spaces go, dots and spaces become underscores. */
const phpFieldName = (name: string): string => name.replace(/^ +/, '').replace(/[. ]/g, '_');

/** Magento 2.4.4 (generation A): a Map, because a repeated name keeps its last value only, whatever its source. */
const magento244: VerificationProfile = {
  signatureMethods: ['HMAC-SHA256'],
  accepts: (target) => /^(?:[A-Za-z0-9\-._~!*'()[\];/?:@&=+$,]|%[0-9A-Fa-f]{2})*$/.test(target),
  collect: ({ header, query, form }) => {
    const fields = parseFormPairs(form ?? '').map(([name, value]): ByteParameter => [phpFieldName(name), value]);
    if (fields.some(([name]) => name.includes('['))) return null;
    const protocol = header.filter(([name]) => protocolName.test(name));
    const signedFields = fields.filter(([name]) => protocol.length === 0 || !protocolName.test(name));
    const parameters = new Map<string, string>();
    for (const [name, value] of [...protocol, ...signedFields, ...readStrictQuery(query)]) parameters.set(name, value);
    return [...parameters]
      .filter(withoutSignature)
      .map(encodePair)
      .sort((left, right) => compareNaturally(left[0], right[0]));
  },
};

/** The profiles that the sandbox can verify by, under the ids of `shared/domain/oauth1/server-profile-id.ts`. */
export const verificationProfiles = { rfc5849, 'magento-2.4.4': magento244 } as const;
export type VerifiedProfileId = keyof typeof verificationProfiles;
