// Strangers' signatures, made here by hand so that nothing of the signer takes part, each broken in one way.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nodeSigner } from '#electron/core/auth/node-signer.ts';
import { readOAuthVectors } from '#tests/support/oauth-vectors.ts';
import { diagnoseSignature } from './diagnose-signature.ts';
import type { DiagnosisSubject } from './diagnosis-subject.ts';

type Pair = [name: string, value: string];

const strict = (text: string): string =>
  encodeURIComponent(text).replace(/[!*'()]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
const secrets = {
  consumerKey: 'k'.repeat(32),
  consumerSecret: 'consumer secret',
  token: 't'.repeat(32),
  tokenSecret: 'token+secret',
};
const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** A stranger's way of signing; every part can be done wrongly. */
const stranger = {
  method: 'GET',
  signedUrl: 'https://shop.test/rest/V1/products',
  sentUrl: 'https://shop.test/rest/V1/products',
  query: [
    ['searchCriteria[pageSize]', '1'],
    ['name', 'a b'],
    ['empty', ''],
    ['mark', "it's"],
  ] as Pair[],
  sentQuery: null as string | null,
  header: [
    ['oauth_consumer_key', secrets.consumerKey],
    ['oauth_token', secrets.token],
    ['oauth_nonce', 'abc'],
    ['oauth_timestamp', '1795463959'],
    ['oauth_signature_method', 'HMAC-SHA256'],
    ['oauth_version', '1.0'],
  ] as Pair[],
  realm: '',
  alsoSigned: [] as Pair[],
  notSigned: ([name]: Pair): boolean => name === 'nothing',
  encode: strict,
  encodeValue: null as ((text: string) => string) | null,
  compare: ([left]: Pair, [right]: Pair): number => compareText(left, right),
  isSorted: true,
  join: (method: string, url: string, parameters: string) => `${method}&${strict(url)}&${strict(parameters)}`,
  key: `${strict(secrets.consumerSecret)}&${strict(secrets.tokenSecret)}`,
  hash: 'sha256',
  writeSignature: (digest: Buffer) => strict(digest.toString('base64')),
  body: null as DiagnosisSubject['body'],
};
type Stranger = typeof stranger;

function subjectOf(change: Partial<Stranger>): DiagnosisSubject & { readonly signed: string } {
  const own = { ...stranger, ...change };
  const encoded = [...own.header, ...own.query, ...own.alsoSigned]
    .filter((pair) => !own.notSigned(pair))
    .map(([name, value]): Pair => [own.encode(name), (own.encodeValue ?? own.encode)(value)]);
  const ordered = own.isSorted ? encoded.sort(own.compare) : encoded;
  const signed = own.join(own.method, own.signedUrl, ordered.map((pair) => pair.join('=')).join('&'));
  const signature = own.writeSignature(createHmac(own.hash, own.key).update(signed).digest());
  const header = own.header.map(([name, value]) => `${name}="${strict(value)}"`).join(', ');
  const query = own.sentQuery ?? own.query.map((pair) => pair.map(strict).join('=')).join('&');
  return {
    method: stranger.method,
    url: own.sentUrl + (query === '' ? '' : `?${query}`),
    headers: [],
    body: own.body,
    authorization: `OAuth ${own.realm === '' ? '' : `realm="${own.realm}", `}${header}, oauth_signature="${signature}"`,
    baseString: null,
    secrets,
    profile: 'magento-2.4.4',
    nowSeconds: 1795463959,
    signed,
  };
}

const withHeader = (name: string, value: string | null): Pair[] =>
  stranger.header.flatMap((pair): Pair[] => (pair[0] !== name ? [pair] : value === null ? [] : [[name, value]]));
const twelve = Array.from({ length: 12 }, (_, index): Pair => [`ids[${index}]`, 'x']);
const json = { contentType: 'application/json', text: '{"sku":"a b","price":1}' };
const lower = (text: string): string => text.replace(/%../g, (escape) => escape.toLowerCase());

const broken: readonly (readonly [what: string, change: Partial<Stranger>, finding: string])[] = [
  ['nothing', {}, 'valid'],
  ['no token secret', { key: `${strict(secrets.consumerSecret)}&` }, 'missing-token-secret'],
  ['no token secret and no ampersand', { key: strict(secrets.consumerSecret) }, 'missing-token-secret'],
  ['no ampersand', { key: strict(secrets.consumerSecret) + strict(secrets.tokenSecret) }, 'missing-ampersand'],
  ['secrets as they are', { key: `${secrets.consumerSecret}&${secrets.tokenSecret}` }, 'unencoded-secret'],
  ['one secret as it is', { key: `${strict(secrets.consumerSecret)}&${secrets.tokenSecret}` }, 'unencoded-secret'],
  ['secrets swapped', { key: `${strict(secrets.tokenSecret)}&${strict(secrets.consumerSecret)}` }, 'swapped-secrets'],
  [
    'a line break behind a secret',
    { key: `${strict(`${secrets.consumerSecret}\n`)}&${strict(secrets.tokenSecret)}` },
    'secret-blank',
  ],
  ['the key for its secret', { key: `${secrets.consumerKey}&${strict(secrets.tokenSecret)}` }, 'key-for-secret'],
  [
    'secrets encoded twice',
    { key: `${strict(strict(secrets.consumerSecret))}&${strict(strict(secrets.tokenSecret))}` },
    'secret-encoded-twice',
  ],
  ['SHA-1 for SHA-256', { hash: 'sha1' }, 'wrong-hash'],
  ['SHA-512 for SHA-256', { hash: 'sha512' }, 'wrong-hash'],
  ['http for https', { signedUrl: 'http://shop.test/rest/V1/products' }, 'wrong-scheme'],
  ['the default port', { signedUrl: 'https://shop.test:443/rest/V1/products' }, 'wrong-port'],
  ['a port left out', { sentUrl: 'https://shop.test:8443/rest/V1/products' }, 'wrong-port'],
  ['another port', { signedUrl: 'https://shop.test:8080/rest/V1/products' }, 'wrong-port'],
  ['a slash at the end', { signedUrl: 'https://shop.test/rest/V1/products/' }, 'trailing-slash'],
  ['no slash at the end', { sentUrl: 'https://shop.test/rest/V1/products/' }, 'trailing-slash'],
  ['index.php left out', { sentUrl: 'https://shop.test/index.php/rest/V1/products' }, 'index-php'],
  ['index.php too many', { signedUrl: 'https://shop.test/index.php/rest/V1/products' }, 'index-php'],
  ['an upper-case host', { signedUrl: 'https://Shop.Test/rest/V1/products' }, 'host-case'],
  ['www', { signedUrl: 'https://www.shop.test/rest/V1/products' }, 'wrong-host'],
  ['another store code', { signedUrl: 'https://shop.test/rest/default/V1/products' }, 'store-code'],
  ['a path without /rest', { signedUrl: 'https://shop.test/V1/products' }, 'wrong-path'],
  [
    'a path encoded twice',
    { sentUrl: 'https://shop.test/rest/V1/products/a%20b', signedUrl: 'https://shop.test/rest/V1/products/a%2520b' },
    'path-encoding',
  ],
  [
    'a path decoded',
    { sentUrl: 'https://shop.test/rest/V1/products/a%2Fb', signedUrl: 'https://shop.test/rest/V1/products/a/b' },
    'path-encoding',
  ],
  [
    'the query in the URL',
    { signedUrl: 'https://shop.test/rest/V1/products?a=1', query: [['a', '1']], notSigned: ([name]) => name === 'a' },
    'query-in-url',
  ],
  ['another method', { method: 'POST' }, 'wrong-method'],
  ['a lower-case method', { method: 'get' }, 'method-case'],
  ['the query left out', { notSigned: ([name]) => !name.startsWith('oauth_') }, 'query-left-out'],
  ['a parameter forgotten', { notSigned: ([name]) => name === 'name' }, 'parameter-forgotten'],
  ['the version forgotten', { notSigned: ([name]) => name === 'oauth_version' }, 'parameter-forgotten'],
  [
    'the version not sent',
    { header: withHeader('oauth_version', null), alsoSigned: [['oauth_version', '1.0']] },
    'parameter-not-sent',
  ],
  ['empty values left out', { notSigned: ([, value]) => value === '' }, 'empty-values-left-out'],
  ['the realm', { realm: 'shop', alsoSigned: [['realm', 'shop']] }, 'realm-signed'],
  [
    'the JSON body’s fields',
    {
      body: json,
      alsoSigned: [
        ['sku', 'a b'],
        ['price', '1'],
      ],
    },
    'body-signed',
  ],
  ['the JSON body as a name', { body: json, alsoSigned: [[json.text, '']] }, 'body-signed'],
  ['a form left out', { body: { contentType: 'application/x-www-form-urlencoded', text: 'c=3' } }, 'body-left-out'],
  ['encoded twice', { encode: (text) => strict(strict(text)) }, 'encoded-twice'],
  ['brackets encoded in the URL, and again', { query: [['a%5B0%5D', '1']], sentQuery: 'a%5B0%5D=1' }, 'encoded-twice'],
  ['not encoded', { encode: (text) => text }, 'parameters-not-encoded'],
  [
    'raw brackets',
    { encode: (text) => strict(text).replaceAll('%5B', '[').replaceAll('%5D', ']') },
    'brackets-not-encoded',
  ],
  ['encodeURIComponent', { encode: encodeURIComponent }, 'marks-not-encoded'],
  ['a form’s plus', { encode: (text) => strict(text).replaceAll('%20', '+') }, 'plus-for-space'],
  ['a plus sent for a space', { query: [['name', 'a b']], sentQuery: 'name=a+b' }, 'plus-for-space'],
  ['Latin-1', { query: [['name', 'é']], encode: (text) => strict(text).replaceAll('%C3%A9', '%E9') }, 'not-utf8'],
  ['lower-case escapes', { encode: (text) => lower(strict(text)) }, 'lower-case-escapes'],
  ['a base string in lower case', { join: (...parts) => lower(stranger.join(...parts)) }, 'lower-case-escapes'],
  ['RFC order over twelve groups', { query: twelve }, 'wrong-order'],
  ['no order', { isSorted: false }, 'wrong-order'],
  ['header before query', { query: [['a', '1']], isSorted: false }, 'wrong-order'],
  ['a flag', { query: [['flag', '']], sentQuery: 'flag' }, 'query-reading'],
  ['a raw = in a value', { query: [['a', 'b=c']], sentQuery: 'a=b=c' }, 'query-reading'],
  [
    'a repeated name',
    {
      query: [
        ['a', '1'],
        ['a', '2'],
      ],
    },
    'query-reading',
  ],
  ['the first of a repeated name', { query: [['a', '1']], sentQuery: 'a=1&a=2' }, 'repeated-name'],
  [
    'parameters not encoded as a whole',
    { join: (method, url, list) => `${method}&${strict(url)}&${list}` },
    'base-string-not-encoded',
  ],
  ['a bare URL', { join: (method, url, list) => `${method}&${url}&${strict(list)}` }, 'base-string-not-encoded'],
  ['no method', { join: (_, url, list) => `${strict(url)}&${strict(list)}` }, 'base-string-parts'],
  ['milliseconds', { header: withHeader('oauth_timestamp', '1795463959000') }, 'timestamp'],
  [
    'milliseconds signed, seconds sent',
    { notSigned: ([, value]) => value === '1795463959', alsoSigned: [['oauth_timestamp', '1795463959000']] },
    'wrong-timestamp',
  ],
  ['a clock that is ahead', { header: withHeader('oauth_timestamp', '1795464660') }, 'clock-ahead'],
  ['a long nonce', { header: withHeader('oauth_nonce', 'n'.repeat(40)) }, 'nonce-length'],
  [
    'SHA-1 with its name',
    { hash: 'sha1', header: withHeader('oauth_signature_method', 'HMAC-SHA1') },
    'signature-method',
  ],
  ['RSA', { header: withHeader('oauth_signature_method', 'RSA-SHA1') }, 'signature-method'],
  ['version 2', { header: withHeader('oauth_version', '2.0') }, 'version'],
  ['no nonce', { header: withHeader('oauth_nonce', null) }, 'missing-parameter'],
  ['no token', { header: withHeader('oauth_token', null) }, 'missing-parameter'],
  ['hexadecimal digits', { writeSignature: (digest) => digest.toString('hex') }, 'signature-hex'],
  [
    'base64 of hexadecimal digits',
    { writeSignature: (digest) => strict(Buffer.from(digest.toString('hex')).toString('base64')) },
    'signature-hex',
  ],
  ['the URL-safe alphabet', { writeSignature: (digest) => digest.toString('base64url') }, 'signature-base64url'],
  [
    'a signature encoded twice',
    { writeSignature: (digest) => strict(strict(digest.toString('base64'))) },
    'signature-encoded-twice',
  ],
  ['two mistakes', { hash: 'sha1', signedUrl: 'http://shop.test/rest/V1/products' }, 'wrong-hash'],
  ['another secret', { key: 'nobody&knows' }, 'unknown'],
];

describe('diagnoseSignature', () => {
  it.each(broken)('%s', (_, change, finding) => {
    const diagnosis = diagnoseSignature(subjectOf(change), nodeSigner);
    expect({ ...diagnosis, detail: '' }).toMatchObject({ finding });
    expect(diagnosis.detail).not.toMatch(/consumer secret&|token\+secret/);
  });

  it('explains every one of at least 25', () => {
    expect(broken.filter(([, , finding]) => finding !== 'unknown' && finding !== 'valid').length).toBeGreaterThan(25);
  });

  it('marks the first byte that differs', () => {
    const subject = subjectOf({ signedUrl: 'http://shop.test/rest/V1/products' });
    expect(diagnoseSignature(subject, nodeSigner)).toEqual({
      finding: 'wrong-scheme',
      detail: expect.stringContaining('X-Forwarded-Proto'),
      profile: 'magento-2.4.4',
      firstDifference: { index: 8, expected: 's', actual: '%' },
    });
  });

  it('needs no secrets where the base string is known', () => {
    const { signed, ...subject } = subjectOf({ query: twelve });
    const bare = { ...subject, authorization: null, secrets: null, baseString: signed };
    expect(diagnoseSignature(bare, nodeSigner)).toMatchObject({
      finding: 'wrong-order',
      firstDifference: { expected: '2' },
    });
    expect(diagnoseSignature({ ...bare, profile: 'rfc5849' }, nodeSigner)).toMatchObject({ finding: 'valid' });
    const foreign = { ...bare, baseString: signed.replace('shop.test', 'example.org') };
    expect(diagnoseSignature(foreign, nodeSigner)).toMatchObject({
      finding: 'unknown',
      firstDifference: { index: 18 },
    });
  });

  it('tells a right base string with a wrong key from the other way round', () => {
    const { signed, ...subject } = subjectOf({ key: `${strict(secrets.consumerSecret)}&` });
    expect(diagnoseSignature({ ...subject, baseString: signed }, nodeSigner)).toMatchObject({
      finding: 'missing-token-secret',
    });
  });

  it('tells another integration’s key from a wrong secret', () => {
    const subject = subjectOf({ key: 'nobody&knows' });
    const others = { ...secrets, consumerKey: 'o'.repeat(32) };
    expect(diagnoseSignature({ ...subject, secrets: others }, nodeSigner).finding).toBe('other-consumer');
  });

  it('says which generation a signature is right for', () => {
    const sentUrl = 'https://shop.test/rest/V1/products/a%2Fb%2Dc';
    const signedUrl = 'https://shop.test/rest/V1/products/a%2Fb-c';
    const subject = { ...subjectOf({ sentUrl, signedUrl, encodeValue: (text) => strict(strict(text)) }) };
    expect(diagnoseSignature(subject, nodeSigner)).toMatchObject({
      finding: 'other-profile',
      profile: 'magento-dev-2024',
    });
  });

  it.each(['', 'Bearer abc', 'Basic b2F1dGg='])('finds no OAuth in “%s”', (authorization) => {
    expect(diagnoseSignature({ ...subjectOf({}), authorization }, nodeSigner).finding).toBe('no-oauth');
  });

  it.each(['OAUTH ', 'Basic YTpi, OAuth ', 'Authorization: oauth '])('reads “%s…”', (scheme) => {
    const { authorization, ...subject } = subjectOf({});
    const written = authorization?.replace('OAuth ', scheme) ?? '';
    expect(diagnoseSignature({ ...subject, authorization: written }, nodeSigner).finding).toBe('valid');
  });
});

describe('recorded signatures by the book that Magento 2.4.4 refused', () => {
  const refused = readOAuthVectors('a').filter(
    ({ accepted, kind, status }) => accepted === false && kind === 'rfc5849' && status !== 500,
  );
  it.each(refused.map((vector) => [vector.name, vector] as const))('%s', (_, vector) => {
    const { finding } = diagnoseSignature(
      {
        method: vector.method,
        url: vector.url,
        headers: vector.requestHeaders,
        body: vector.body === undefined ? null : { contentType: vector.contentType ?? '', text: vector.body },
        authorization: vector.authorizationHeader,
        baseString: null,
        secrets: { consumerSecret: vector.consumerSecret, tokenSecret: vector.tokenSecret },
        profile: 'magento-2.4.4',
        nowSeconds: vector.receivedAt,
      },
      nodeSigner,
    );
    expect(['unknown', 'valid']).not.toContain(finding);
  });
});
