import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readOAuthVectors, toSigningInput } from '#tests/support/oauth-vectors.ts';
import { runSignBatch } from './sign-batch.ts';
import { signErrorSchema, signLine, signOutputSchema } from './sign-line.ts';

const request = {
  id: 'r1',
  profile: 'magento-2.4.4',
  method: 'GET',
  url: 'https://Shop.test/rest/V1/products?a=x+y&flag',
  consumerKey: 'k'.repeat(32),
  consumerSecret: 'secret',
  token: 't'.repeat(32),
  tokenSecret: 'token secret',
  nonce: 'nonce',
  timestamp: '1795463959',
  signatureMethod: 'HMAC-SHA256',
};
const answerTo = (change: object) => signOutputSchema.parse(signLine(JSON.stringify({ ...request, ...change })));
const errorOf = (line: string) => signErrorSchema.parse(signLine(line));

describe('signLine', () => {
  it.each(readOAuthVectors('b').filter(({ accepted }) => accepted))('signs the recorded $name as written', (vector) => {
    const { oauthParameters: oauth, token } = toSigningInput(vector, 'magento-2.4.6');
    const line = {
      ...vector,
      id: 7,
      profile: 'magento-2.4.6',
      headers: vector.requestHeaders,
      token,
      oauth,
      exact: true,
    };
    expect(signLine(JSON.stringify(line))).toMatchObject({
      id: 7,
      baseString: vector.serverBaseString ?? vector.baseString,
      signature: vector.signature,
      sentUrl: vector.url,
    });
  });

  it('writes the URL portably unless told otherwise', () => {
    expect(answerTo({}).sentUrl).toBe('https://shop.test/rest/V1/products?a=x%20y&flag=');
    expect(answerTo({ exact: true }).sentUrl).toBe(request.url);
  });

  it('takes version, realm, verifier, further parameters and the headers of a proxy', () => {
    const { baseString, authorizationHeader } = answerTo({
      version: null,
      realm: 'shop',
      verifier: 'v',
      oauth: [['oauth_callback', 'oob']],
      headers: [
        ['host', 'other.test:8443'],
        ['X-Forwarded-Proto', 'https'],
      ],
      url: 'http://shop.test/a',
    });
    expect(authorizationHeader).toMatch(/^OAuth realm="shop", oauth_callback="oob"/);
    expect(authorizationHeader).toContain('oauth_verifier="v"');
    expect(authorizationHeader).not.toContain('oauth_version');
    expect(baseString).toMatch(/^GET&https%3A%2F%2Fother.test%3A8443%2Fa&oauth_callback%3Doob%26/);
  });

  it('warns of what the server will refuse', () => {
    expect(answerTo({ signatureMethod: 'HMAC-SHA1', timestamp: 1795463959 }).warnings).toHaveLength(1);
  });

  it.each<readonly [string, string, unknown, string]>([
    ['no JSON', '{"id":', null, 'input.invalid'],
    ['no object', '[1]', null, 'input.invalid'],
    ['null', 'null', null, 'input.invalid'],
    ['a missing field', JSON.stringify({ ...request, url: undefined }), 'r1', 'input.invalid'],
    ['an unknown profile', JSON.stringify({ ...request, profile: 'magento-1.9' }), 'r1', 'input.invalid'],
    ['a relative URL', JSON.stringify({ ...request, id: 5, url: '/V1/products' }), 5, 'request.url'],
    ['an unknown method', JSON.stringify({ ...request, signatureMethod: 'MD5' }), 'r1', 'request.signature'],
  ])('answers %s with an error', (_, line, id, code) => {
    expect(errorOf(line)).toMatchObject({ id, error: { code } });
  });

  it('repeats nothing of a line that it can’t read, for it may hold a secret', () => {
    expect(JSON.stringify(signLine('{"consumerSecret":"hush"'))).not.toContain('hush');
  });
});

describe('runSignBatch', () => {
  it('answers every line in order, however the chunks fall and whoever reads slowly', async () => {
    const lines = Array.from({ length: 50 }, (_, id) => (id === 7 ? '{oops' : JSON.stringify({ ...request, id })));
    const bytes = Buffer.from(lines.join('\n').replace('"flag', '"é') + '\n\n');
    const chunks = Array.from({ length: Math.ceil(bytes.length / 97) }, (_, at) =>
      bytes.subarray(at * 97, at * 97 + 97),
    );
    let text = '';
    const slow = new Writable({
      highWaterMark: 64,
      write: (chunk: Buffer, _encoding, done) => {
        text += chunk.toString();
        setImmediate(done);
      },
    });
    expect(await runSignBatch(Readable.from(chunks, { objectMode: false }), slow)).toBe(0);
    const ids = text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: number | null }).id);
    expect(ids).toEqual(lines.map((_, id) => (id === 7 ? null : id)));
  });
});
