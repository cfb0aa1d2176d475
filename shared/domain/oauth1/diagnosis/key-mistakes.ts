// Keys that are made wrongly. The commonest first: a mistake is named by the first of these that explains the signature.
import { percentEncode } from '../percent-encoding.ts';
import type { HashName } from '../signature-methods.ts';
import { type Mistake, type Variation, writeKey } from './signing-parts.ts';

const key = (text: string, detail: string): Variation => ({ change: { key: text }, detail });

const blanks = ['', ' ', '\n', '\r\n', '\t'];
const hashes: readonly HashName[] = ['sha256', 'sha1', 'sha512'];

/** Mistakes of the signing key and of the hash. */
export const keyMistakes: readonly Mistake[] = [
  {
    finding: 'missing-token-secret',
    vary: (_, { secrets: { consumerSecret, tokenSecret } }) => {
      const consumer = percentEncode(consumerSecret);
      const detail =
        'The key lacks the token secret. It is the consumer secret, “&” and the token secret, both percent-encoded.';
      return tokenSecret ? [key(`${consumer}&`, detail), key(consumer, detail)] : [];
    },
  },
  {
    finding: 'missing-ampersand',
    vary: (_, { secrets: { consumerSecret, tokenSecret } }) => [
      ...(tokenSecret ? [] : [key(percentEncode(consumerSecret), 'Without a token, the key still ends with “&”.')]),
      key(
        percentEncode(consumerSecret) + percentEncode(tokenSecret ?? ''),
        'The key lacks the “&” between the two secrets.',
      ),
    ],
  },
  {
    finding: 'unencoded-secret',
    vary: (_, { secrets: { consumerSecret: consumer, tokenSecret } }) => {
      const token = tokenSecret ?? '';
      const detail = 'A secret stands in the key as it is. Both have to be percent-encoded first.';
      return [
        key(`${consumer}&${token}`, detail),
        key(`${consumer}&${percentEncode(token)}`, detail),
        key(`${percentEncode(consumer)}&${token}`, detail),
      ];
    },
  },
  {
    finding: 'wrong-hash',
    vary: ({ hash }) =>
      hash === null
        ? []
        : hashes
            .filter((other) => other !== hash)
            .map((other) => ({
              change: { hash: other },
              detail: `The header says ${hash.toUpperCase()}, but the signature was made with ${other.toUpperCase()}.`,
            })),
  },
  {
    finding: 'secret-blank',
    vary: (_, { secrets: { consumerSecret, tokenSecret } }) => {
      const detail =
        'A secret was used with a blank or line break around it that is not part of it, or without one that is.';
      const surround = (secret: string): string[] => [
        secret.trim(),
        ...blanks.flatMap((before) => blanks.map((after) => before + secret.trim() + after)),
      ];
      return [
        ...surround(consumerSecret).map((consumer) => key(writeKey(consumer, tokenSecret), detail)),
        ...(tokenSecret === null
          ? []
          : surround(tokenSecret).map((token) => key(writeKey(consumerSecret, token), detail))),
        ...blanks.map((after) =>
          key(writeKey(consumerSecret.trim() + after, (tokenSecret ?? '').trim() + after), detail),
        ),
      ];
    },
  },
  {
    finding: 'swapped-secrets',
    vary: (_, { secrets: { consumerSecret, tokenSecret } }) => [
      key(
        writeKey(tokenSecret ?? '', consumerSecret),
        'Consumer secret and token secret have changed places in the key.',
      ),
    ],
  },
  {
    finding: 'key-for-secret',
    vary: (_, { secrets: { consumerSecret, tokenSecret }, authorization }) => {
      const find = (wanted: string): string => authorization.parameters.find(([name]) => name === wanted)?.[1] ?? '';
      const [consumerKey, token] = [find('oauth_consumer_key'), find('oauth_token')];
      const detail = 'The consumer key or the token was used where its secret belongs.';
      return [
        key(writeKey(consumerKey, tokenSecret), detail),
        key(writeKey(consumerSecret, token), detail),
        key(writeKey(consumerKey, token), detail),
      ];
    },
  },
  {
    finding: 'secret-encoded-twice',
    vary: (_, { secrets: { consumerSecret, tokenSecret } }) => {
      const detail = 'The secrets, or the key as a whole, were percent-encoded once too often.';
      return [
        key(writeKey(percentEncode(consumerSecret), percentEncode(tokenSecret ?? '')), detail),
        key(percentEncode(writeKey(consumerSecret, tokenSecret)), detail),
        key(percentEncode(`${consumerSecret}&${tokenSecret ?? ''}`), detail),
      ];
    },
  },
  {
    finding: 'missing-consumer-secret',
    vary: (_, { secrets: { tokenSecret } }) => [
      key(writeKey('', tokenSecret), 'The key lacks the consumer secret in front of the “&”.'),
      key(percentEncode(tokenSecret ?? ''), 'The key is the token secret alone.'),
    ],
  },
  {
    finding: 'secret-case',
    vary: (_, { secrets: { consumerSecret, tokenSecret } }) =>
      [(text: string) => text.toLowerCase(), (text: string) => text.toUpperCase()].map((change) =>
        key(writeKey(change(consumerSecret), change(tokenSecret ?? '')), 'The case of the secrets was changed.'),
      ),
  },
];
