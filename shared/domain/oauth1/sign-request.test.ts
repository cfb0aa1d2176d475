import { createVerify, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeSigner } from '#electron/core/auth/node-signer.ts';
import { maskTrace } from './mask-trace.ts';
import { type SignedRequest, signRequest } from './sign-request.ts';
import type { SigningInput } from './signing-input.ts';

const plain: SigningInput = {
  profile: 'magento-2.4.4',
  method: 'GET',
  url: 'https://shop.test/rest/V1/products',
  headers: [],
  body: null,
  consumerKey: 'k'.repeat(32),
  consumerSecret: 's'.repeat(32),
  token: 't'.repeat(32),
  tokenSecret: 'u'.repeat(32),
  nonce: 'n'.repeat(32),
  timestamp: '1795463959',
  signatureMethod: 'HMAC-SHA256',
  version: '1.0',
};

function sign(input: Partial<SigningInput>): SignedRequest {
  const result = signRequest({ ...plain, ...input }, nodeSigner);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const errorOf = (input: Partial<SigningInput>) => {
  const result = signRequest({ ...plain, ...input }, nodeSigner);
  return result.ok ? null : result.error.code;
};

describe('published examples', () => {
  it('RFC 5849 §3.4.1.1, with the signature of its erratum 2550', () => {
    const signed = sign({
      profile: 'rfc5849',
      method: 'POST',
      url: 'http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b',
      body: { contentType: 'application/x-www-form-urlencoded', text: 'c2&a3=2+q' },
      consumerKey: '9djdj82h48djs9d2',
      consumerSecret: 'j49sk3j29djd',
      token: 'kkk9d7dh3k39sjv7',
      tokenSecret: 'dh893hdasih9',
      nonce: '7d8f3e4a',
      timestamp: '137131201',
      signatureMethod: 'HMAC-SHA1',
      version: null,
      realm: 'Example',
    });
    expect(signed.baseString).toBe(
      'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26' +
        'oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26' +
        'oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
    );
    expect(signed.authorizationHeader).toBe(
      'OAuth realm="Example", oauth_consumer_key="9djdj82h48djs9d2", oauth_nonce="7d8f3e4a", ' +
        'oauth_signature="r6%2FTJjbCOr97%2F%2BUU0NsvSne7s5g%3D", oauth_signature_method="HMAC-SHA1", ' +
        'oauth_timestamp="137131201", oauth_token="kkk9d7dh3k39sjv7"',
    );
  });

  it('Twitter, “Creating a signature”', () => {
    const { signature } = sign({
      profile: 'rfc5849',
      method: 'post',
      url: 'https://api.twitter.com/1.1/statuses/update.json?include_entities=true',
      body: {
        contentType: 'application/x-www-form-urlencoded; charset=UTF-8',
        text: 'status=Hello%20Ladies%20%2B%20Gentlemen%2C%20a%20signed%20OAuth%20request%21',
      },
      consumerKey: 'xvz1evFS4wEEPTGEFPHBog',
      consumerSecret: 'kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw',
      token: '370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb',
      tokenSecret: 'LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE',
      nonce: 'kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg',
      timestamp: '1318622958',
      signatureMethod: 'HMAC-SHA1',
    });
    expect(signature).toBe('hCtSmYh+iHYCEqBWrE7C7hYmtUk=');
  });

  it('OAuth Core 1.0 appendix A.5', () => {
    const { signature } = sign({
      profile: 'rfc5849',
      url: 'http://photos.example.net/photos?file=vacation.jpg&size=original',
      consumerKey: 'dpf43f3p2l4k3l03',
      consumerSecret: 'kd94hf93k423kf44',
      token: 'nnch734d00sl2jdk',
      tokenSecret: 'pfkkdhi9sl3r4s00',
      nonce: 'kllo9940pd9333jh',
      timestamp: '1191242096',
      signatureMethod: 'HMAC-SHA1',
    });
    expect(signature).toBe('tR3+Ty81lMeYAr/Fid0kMTYa/WM=');
  });
});

describe('signRequest', () => {
  it('tells everything about a signature', () => {
    const { trace, warnings } = sign({ url: 'https://shop.test/rest/V1/products?a[10]=x&a[9]=%C3%A9' });
    expect({ ...trace, parameters: trace.parameters.slice(0, 3), signature: '' }).toEqual({
      profile: 'magento-2.4.4',
      signatureMethod: 'HMAC-SHA256',
      parameters: [
        { name: 'a[9]', value: 'é', encodedName: 'a%5B9%5D', encodedValue: '%C3%A9', origin: 'query' },
        { name: 'a[10]', value: 'x', encodedName: 'a%5B10%5D', encodedValue: 'x', origin: 'query' },
        {
          name: 'oauth_consumer_key',
          value: plain.consumerKey,
          encodedName: 'oauth_consumer_key',
          encodedValue: plain.consumerKey,
          origin: 'header',
        },
      ],
      baseString: {
        method: 'GET',
        url: 'https%3A%2F%2Fshop.test%2Frest%2FV1%2Fproducts',
        parameters: expect.stringMatching(
          /^a%255B9%255D%3D%25C3%25A9%26a%255B10%255D%3Dx%26oauth_consumer_key%3Dk+%26/,
        ),
      },
      maskedKey: '••••••••&••••••••',
      signature: '',
      deviations: [
        {
          text: 'a[9] before a[10]',
          remark:
            'Magento sorts the encoded names naturally, runs of digits as numbers; RFC 5849 puts “a[10]” before “a[9]”.',
        },
      ],
      refusals: [],
    });
    expect(warnings).toEqual([]);
  });

  it.each([
    ['flag', 'flag', /without “=”/],
    ['a=b=c', 'a=b=c', /more than one raw “=”/],
    ['xoauth_y=1', 'xoauth_y=1', /protocol parameter/],
    ['a=1+2', 'a=1+2', /plus/],
    ['a=1&a=2', 'a=1', /last value/],
    ['a%2Bb=1&a%20b=2', 'a+b before a b', /RFC 5849 puts “a b” before “a\+b”/],
  ])('tells where ?%s leaves RFC 5849', (query, text, remark) => {
    const { deviations } = sign({ url: `${plain.url}?${query}` }).trace;
    expect(deviations).toEqual([{ text, remark: expect.stringMatching(remark) }]);
    expect(sign({ profile: 'rfc5849', url: `${plain.url}?${query}` }).trace.deviations).toEqual([]);
  });

  it('lets a later parameter of the same name stand in the place of the first', () => {
    const { parameters } = sign({ url: `${plain.url}?01=a&1=b&01=c` }).trace;
    expect(parameters.slice(0, 2).map(({ name, value }) => [name, value])).toEqual([
      ['01', 'c'],
      ['1', 'b'],
    ]);
  });

  it.each<readonly [string, Partial<SigningInput>, RegExp]>([
    ['a method that is not accepted', { signatureMethod: 'HMAC-SHA1' }, /does not accept HMAC-SHA1/],
    ['a short key', { consumerKey: 'k' }, /consumer key has 32 characters/],
    ['a short token', { token: 't' }, /token has 32 characters/],
    ['a raw pipe', { url: `${plain.url}?a=x|y` }, /answers 500/],
    ['a bare percent sign', { url: `${plain.url}/100%` }, /answers 500/],
    ['a long nonce', { nonce: 'n'.repeat(33) }, /first 32 characters/],
    ['milliseconds', { timestamp: '1795463959000' }, /not a time in seconds/],
    ['a blank in a secret', { consumerSecret: ' secret' }, /begins or ends with a blank/],
    [
      'an array in a form',
      { body: { contentType: 'application/x-www-form-urlencoded', text: 'ids[]=1' } },
      /answer 500/,
    ],
  ])('warns of %s', (_, input, warning) => {
    expect(sign(input).warnings.join('\n')).toMatch(warning);
  });

  it.each<readonly [string, Partial<SigningInput>, string]>([
    ['a relative URL', { url: '/rest/V1/products' }, 'request.url'],
    ['another scheme', { url: 'ftp://shop.test/' }, 'request.url'],
    ['an unknown method', { signatureMethod: 'MD5' }, 'request.signature'],
    ['no secret', { consumerSecret: '' }, 'request.signature'],
    ['RSA without a key', { signatureMethod: 'RSA-SHA256' }, 'request.signature'],
    ['RSA with a key that is none', { signatureMethod: 'RSA-SHA1', privateKey: 'secret' }, 'request.signature'],
    ['a method named as a property', { signatureMethod: 'constructor' }, 'request.signature'],
    ['a protocol parameter twice', { oauthParameters: [['oauth_nonce', 'x']] }, 'request.signature'],
    ['a realm of two lines', { realm: 'a\r\nb' }, 'request.signature'],
  ])('refuses %s', (_, input, code) => {
    expect(errorOf(input)).toBe(code);
  });

  it('signs with RSA so that the public key verifies it', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    for (const hash of ['sha1', 'sha256', 'sha512']) {
      const signatureMethod = `RSA-${hash.toUpperCase()}`;
      const input = { profile: 'rfc5849', consumerSecret: '', tokenSecret: null, privateKey, signatureMethod } as const;
      const { baseString, signature, trace, warnings } = sign(input);
      const isVerified = createVerify(hash).update(baseString).verify(publicKey, signature, 'base64');
      expect({ isVerified, maskedKey: trace.maskedKey, warnings }).toEqual({
        isVerified: true,
        maskedKey: '••••••••',
        warnings: [],
      });
    }
  });

  it('sends the key itself with PLAINTEXT, and blots it out of the trace', () => {
    const secrets = { consumerSecret: 'djr9rjt0jd78jf88', tokenSecret: 'jjd99$tj88uiths3' };
    const { signature, trace } = sign({ profile: 'rfc5849', signatureMethod: 'PLAINTEXT', ...secrets });
    expect(signature).toBe('djr9rjt0jd78jf88&jjd99%24tj88uiths3');
    expect(maskTrace(trace, Object.values(secrets)).signature).toBe('••••••••&••••••••');
  });

  it('writes realm, verifier and further parameters into the header', () => {
    const { authorizationHeader } = sign({
      verifier: 'v v',
      realm: 'a "b"',
      oauthParameters: [
        ['oauth_callback', 'oob'],
        ['x_custom', '1'],
      ],
    });
    expect(authorizationHeader).toMatch(
      /^OAuth realm="a \\"b\\"", oauth_callback="oob", .*oauth_verifier="v%20v", .*, x_custom="1"$/,
    );
  });

  it.each<readonly [SigningInput['profile'], Partial<SigningInput>, string]>([
    ['magento-2.4.4', { headers: [['Host', 'Other.test:8080']] }, 'https://other.test:8080/rest/V1/products'],
    ['rfc5849', { headers: [['host', 'other.test']] }, 'https://other.test/rest/V1/products'],
    [
      'magento-2.4.4',
      { url: 'http://u:p@shop.test:80', headers: [['X-Forwarded-Proto', 'https']] },
      'https://shop.test:80/',
    ],
    ['rfc5849', { url: 'http://[::1]:80/a?b' }, 'http://[::1]/a'],
    ['rfc5849', { url: 'http://h:8080/a', headers: [['Host', 'H']] }, 'http://h:8080/a'],
    ['magento-2.4.4', { url: 'http://h:8080/a', headers: [['Host', 'H']] }, 'http://h/a'],
  ])('signs the URL that the server sees (%s, %j)', (profile, input, expected) => {
    expect(decodeURIComponent(sign({ ...input, profile }).trace.baseString.url)).toBe(expected);
  });
});

describe('against a plain implementation of RFC 5849', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('a', '__proto__', 'constructor', "!*'()", '+'),
  );
  const pairs = fc.array(fc.tuple(text, text), { maxLength: 12 });

  it('builds the same base string over any parameters', () => {
    fc.assert(
      fc.property(pairs, pairs, (query, form) => {
        const write = (list: [string, string][]) => new URLSearchParams(list).toString();
        const { baseString, signature } = sign({
          profile: 'rfc5849',
          method: 'POST',
          url: `http://h/p?${write(query)}`,
          body: { contentType: 'application/x-www-form-urlencoded', text: write(form) },
        });
        const header = Object.entries({
          oauth_consumer_key: plain.consumerKey,
          oauth_nonce: plain.nonce,
          oauth_signature_method: plain.signatureMethod,
          oauth_timestamp: plain.timestamp,
          oauth_token: plain.token ?? '',
          oauth_version: '1.0',
        });
        const expected = naiveBaseString('POST', 'http://h/p', [...query, ...form, ...header]);
        expect(baseString).toBe(expected);
        expect(signature).toBe(nodeSigner.hmac('sha256', `${plain.consumerSecret}&${plain.tokenSecret}`, expected));
      }),
    );
  });
});

function naiveBaseString(method: string, url: string, pairs: [string, string][]): string {
  const encode = (value: string): string =>
    [...Buffer.from(value, 'utf8')]
      .map((byte) =>
        /[A-Za-z0-9\-._~]/.test(String.fromCharCode(byte))
          ? String.fromCharCode(byte)
          : `%${byte.toString(16).padStart(2, '0').toUpperCase()}`,
      )
      .join('');
  const sorted = pairs
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(
      ([name, value], [otherName, otherValue]) =>
        Buffer.compare(Buffer.from(name), Buffer.from(otherName)) ||
        Buffer.compare(Buffer.from(value), Buffer.from(otherValue)),
    );
  return [method, url, sorted.map((pair) => pair.join('=')).join('&')].map(encode).join('&');
}
