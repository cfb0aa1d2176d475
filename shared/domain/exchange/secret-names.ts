// Which parts of a request or an answer are secret by their name. Only the value is covered; name, place and every other
// byte stay, so that an entry of the history can still be read.
import { shortenKey } from '../oauth1/mask-trace.ts';
import { secretMask } from './secret-mask.ts';

const secretWords = 'password|passwd|secret|token|api[_-]?key|authorization|otp';
/** A value that is nothing but variables tells no secret, and a replay needs it. */
const isOnlyVariables = (value: string): boolean => value !== '' && value.replace(/\{\{[^{}]*\}\}/g, '').trim() === '';

const cover = (value: string): string => (value === '' || isOnlyVariables(value) ? value : secretMask);

const shortenedOAuthValue = /(?<=\b(?:oauth_consumer_key|oauth_token)="?)[^",]+/g;
const coveredOAuthValue = /(?<=\b(?:oauth_verifier|oauth_(?:token|consumer)_secret)="?)[^",]+/g;

/** Keeps the scheme; of OAuth everything but consumer key and token, which are shortened, since the signature is no secret. */
function coverCredentials(value: string): string {
  const oauthAt = value.search(/\boauth\s/i);
  if (oauthAt >= 0) {
    const before = value.slice(0, oauthAt);
    const oauth = value
      .slice(oauthAt)
      .replace(shortenedOAuthValue, (key) => (isOnlyVariables(key) ? key : shortenKey(key)))
      .replace(coveredOAuthValue, cover);
    return before === '' ? oauth : `${coverCredentials(before.replace(/,\s*$/, ''))}, ${oauth}`;
  }
  const scheme = /^(\s*[A-Za-z][A-Za-z0-9-]*\s+)(.+)$/s.exec(value);
  return scheme?.[1] === undefined ? cover(value) : `${scheme[1]}${cover(scheme[2] ?? '')}`;
}

const coverCookies = (value: string): string =>
  value.replace(/([^=;\s]+)=([^;]*)/g, (_all, name: string, content: string) => `${name}=${cover(content)}`);

const coverSetCookie = (value: string): string =>
  value.replace(/^([^=;]*)=([^;]*)/, (_all, name: string, content: string) => `${name}=${cover(content)}`);

const secretHeader = new RegExp(`(?:${secretWords})$`, 'i');

/** True for a header whose value proves who is calling: it is covered, and never sent on to another origin. */
export const isSecretHeader = (name: string): boolean =>
  /^(?:proxy-authorization|cookie|set-cookie)$/i.test(name) || secretHeader.test(name);

/** Covers the value of a header that is secret by its name. */
export function maskHeaderValue(name: string, value: string): string {
  switch (name.toLowerCase()) {
    case 'authorization':
    case 'proxy-authorization':
      return coverCredentials(value);
    case 'cookie':
      return coverCookies(value);
    case 'set-cookie':
      return coverSetCookie(value);
    default:
      return secretHeader.test(name) ? cover(value) : value;
  }
}

const secretParameter = new RegExp(`(?:${secretWords})\\]*$`, 'i');

/** True for a query parameter whose value is secret by its name, brackets included. */
export const isSecretParameter = (name: string): boolean => secretParameter.test(name.replace(/%5D/gi, ']'));

/** Covers a parameter's value where its name says that it is secret. */
export const maskParameterValue = (name: string, value: string): string =>
  isSecretParameter(name) ? cover(value) : value;

/** Covers the password in front of the host and the secret parameters of a query, wherever URLs stand in the text. */
export function maskUrl(text: string): string {
  return text
    .replace(
      /(:\/\/[^/?#@:\s]*):([^/?#@\s]*)@/g,
      (_all, user: string, password: string) => `${user}:${cover(password)}@`,
    )
    .replace(/([?&][^=&#\s]+)=([^&#\s]*)/g, (_all, start: string, value: string) =>
      [start, maskParameterValue(start.slice(1), value)].join('='),
    );
}

const jsonMember = new RegExp(`("[^"\\\\\\n]*(?:${secretWords})"\\s*:\\s*)"((?:[^"\\\\]|\\\\.)*)"`, 'gi');
/** Inside a JSON string: a GraphQL argument `password: \"…\"`, or JSON once more, `\"password\": \"…\"`. */
const nestedMember = new RegExp(
  `(\\b\\w*(?:${secretWords})(?:\\\\")?\\s*:\\s*\\\\")((?:[^"\\\\]|\\\\[^"])*)(?=\\\\")`,
  'gi',
);
const xmlElement = new RegExp(`(<(?:[\\w-]+:)?[\\w-]*(?:${secretWords})(?:\\s[^<>]*)?>)([^<]+)(?=</)`, 'gi');
const formPair = new RegExp(`((?:^|&)[^=&\\s]*(?:${secretWords})(?:\\]|%5D)*=)([^&\\s]+)`, 'gi');

const bodyPatterns: readonly RegExp[] = [jsonMember, nestedMember, xmlElement, formPair];
const anySecretWord = new RegExp(secretWords, 'i');
/** How far the patterns look beyond what they replace. */
const lookaheadLength = 2;

/**
 * The last place not behind `cut` at which a body may be parted so that `maskBodyText` covers the same in its two parts as
 * in the whole: one that lies in no secret member, element or pair.
 */
export function findMaskCut(text: string, cut: number): number {
  if (!anySecretWord.test(text)) return cut;
  const spans = bodyPatterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
  spans.sort((left, right) => right.end - left.end);
  let safe = cut;
  for (let isMoved = true; isMoved;) {
    const across = spans.find(({ start, end }) => start < safe && safe < end + lookaheadLength);
    isMoved = across !== undefined;
    safe = across?.start ?? safe;
  }
  return safe;
}

/**
 * Covers values in a body by the names of their members, elements or pairs, whatever its type: the text may be JSON, also
 * broken JSON, XML, or a form. `mask` is the text to put, for callers that work on Latin-1.
 */
export function maskBodyText(text: string, mask: string = secretMask): string {
  if (!anySecretWord.test(text)) return text;
  const put = (value: string): string => (value === '' || isOnlyVariables(value) ? value : mask);
  return text
    .replace(jsonMember, (_all, member: string, value: string) => `${member}"${put(value)}"`)
    .replace(nestedMember, (_all, before: string, value: string) => `${before}${put(value)}`)
    .replace(xmlElement, (_all, tag: string, value: string) => `${tag}${put(value)}`)
    .replace(formPair, (_all, before: string, value: string) => `${before}${put(value)}`);
}
