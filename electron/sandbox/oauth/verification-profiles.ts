// How each kind of server reads what was signed. Written from the recorded behaviour of the servers and kept apart from
// the client's signer on purpose: a shared mistake would agree with itself.
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import { normalizeAuthority, type SignedUrl } from './base-string.ts';
import { normalizeLaminasPath } from './laminas-path.ts';
import { compareNaturally } from './natural-order.ts';
import { decodeFormBytes, encodeBytes } from './percent-encoding.ts';
import { parsePhpFields } from './php-fields.ts';
import { compareKeys, isIntegerKey } from './php-keys.ts';
import { type ByteParameter, parseHeaderParameters } from './protocol-parameters.ts';
import { readMagentoParameters, type SignedSources } from './read-magento-parameters.ts';

/** What a server understood of a request. */
export interface ReadParameters {
  /** Every parameter by name, for the checks before the signature. Empty where the request is not signed. */
  readonly byName: ReadonlyMap<string, string>;
  /** What goes into the base string: encoded and in order, `oauth_signature` left out. */
  readonly signed: readonly ByteParameter[];
}

export interface VerificationProfile {
  readonly signatureMethods: readonly string[];
  /** False for a request target on which the server's own URL class gives up with a 500. */
  accepts(target: string): boolean;
  /** Null where the server breaks (500). */
  read(sources: SignedSources): ReadParameters | null;
  /** The URL that is signed, from the one that was sent. */
  normalizeUrl(url: SignedUrl): SignedUrl;
}

const isSigned = ([name]: ByteParameter): boolean => name !== 'oauth_signature';
const encodePair = ([name, value]: ByteParameter): ByteParameter => [encodeBytes(name), encodeBytes(value)];
const encodeValueTwice = ([name, value]: ByteParameter): ByteParameter => [name, encodeBytes(encodeBytes(value))];
const compareBytes = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
const withPlainAuthority = (url: SignedUrl): SignedUrl => ({ ...url, authority: normalizeAuthority(url) });

function parseFormPairs(text: string): ByteParameter[] {
  return text.split('&').flatMap((pair): ByteParameter[] => {
    if (pair === '') return [];
    const equals = pair.indexOf('=');
    if (equals < 0) return [[decodeFormBytes(pair), '']];
    return [[decodeFormBytes(pair.slice(0, equals)), decodeFormBytes(pair.slice(equals + 1))]];
  });
}

/**
 * RFC 5849 §3.4.1.3: query, form and header, sorted by encoded name, then by encoded value, both by byte. Without the RSA
 * methods, because an integration has no public key.
 */
const rfc5849: VerificationProfile = {
  signatureMethods: ['HMAC-SHA1', 'HMAC-SHA256', 'HMAC-SHA512', 'PLAINTEXT'],
  accepts: () => true,
  read: ({ authorization, query, form }) => {
    const all = [...parseFormPairs(query), ...parseFormPairs(form ?? ''), ...parseHeaderParameters(authorization)];
    return {
      byName: new Map(all),
      signed: all
        .filter(isSigned)
        .map(encodePair)
        .sort((left, right) => compareBytes(left[0], right[0]) || compareBytes(left[1], right[1])),
    };
  },
  normalizeUrl: withPlainAuthority,
};

const readNaturally =
  (encode: (parameter: ByteParameter) => ByteParameter) =>
  (sources: SignedSources): ReadParameters | null => {
    const byName = readMagentoParameters(sources);
    if (!byName) return null;
    const encoded = [...byName].filter(isSigned).map(encode);
    return { byName, signed: encoded.sort((left, right) => compareNaturally(left[0], right[0])) };
  };

/** 2.4.4 (generation A): `strnatcmp` over encoded names; Zend's URL class takes nothing raw that RFC 3986 forbids. */
const magento244: VerificationProfile = {
  signatureMethods: ['HMAC-SHA256'],
  accepts: (target) => /^(?:[A-Za-z0-9\-._~!*'()[\];/?:@&=+$,]|%[0-9A-Fa-f]{2})*$/.test(target),
  read: readNaturally(encodePair),
  normalizeUrl: withPlainAuthority,
};

/** 2.3.0 to 2.4.3 (generation E): the same code, still with SHA-1. */
const magento243: VerificationProfile = { ...magento244, signatureMethods: ['HMAC-SHA1', 'HMAC-SHA256'] };

const withLaminasPath =
  (decoded: RegExp) =>
  (url: SignedUrl): SignedUrl => ({ ...withPlainAuthority(url), path: normalizeLaminasPath(url.path, decoded) });

/** The 2.4.6 line (generation B): Laminas’ URL class takes anything and rewrites the path, reserved characters too. */
const magento246: VerificationProfile = {
  ...magento244,
  accepts: () => true,
  normalizeUrl: withLaminasPath(/[A-Za-z0-9\-._~:@&=+$,/;%]/),
};

/** Development of 2025 (generation C): only escapes of unreserved characters are decoded in the path. */
const magentoDev2025: VerificationProfile = {
  ...magento246,
  normalizeUrl: withLaminasPath(/[A-Za-z0-9\-._~]/),
};

/** Development of 2024 (generation C0): as C, but every value is encoded twice, those of the header too. */
const magentoDev2024: VerificationProfile = {
  ...magentoDev2025,
  read: readNaturally((parameter) => encodeValueTwice([encodeBytes(parameter[0]), parameter[1]])),
};

/**
 * The newest development (generation D): what was gathered as ever, then PHP's own reading of the query over it, arrays
 * left out; sorted by decoded names. A name that PHP turns into a number breaks it. The URL is signed as sent.
 */
const magentoNext: VerificationProfile = {
  ...magento246,
  read: (sources) => {
    const byName = readMagentoParameters(sources);
    if (!byName) return null;
    const merged = new Map<string, string | null>([...byName, ...parsePhpFields(sources.query)]);
    const names = [...merged.keys()].sort(compareKeys);
    if (names.some(isIntegerKey)) return null;
    const signed = names.flatMap((name): ByteParameter[] => {
      const value = merged.get(name);
      return typeof value === 'string' ? [[name, value]] : [];
    });
    return { byName, signed: signed.filter(isSigned).map(encodePair) };
  },
  normalizeUrl: (url) => url,
};

/** The profiles that the sandbox can verify by. */
export const verificationProfiles: Readonly<Record<ServerProfileId, VerificationProfile>> = {
  rfc5849,
  'magento-2.4.3': magento243,
  'magento-2.4.4': magento244,
  'magento-2.4.6': magento246,
  'magento-dev-2024': magentoDev2024,
  'magento-dev-2025': magentoDev2025,
  'magento-next': magentoNext,
};
