// The signer against the package oauth-sign, which shares no code with it. It is given decoded parameters and a normalised
// URL, as it wants them; the signer reads the same from a URL and a form.
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { sign as signIndependently } from 'oauth-sign';
import { describe, expect, it } from 'vitest';
import { nodeSigner } from '#electron/core/auth/node-signer.ts';
import { signRequest } from './sign-request.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('a', 'a2', 'a10', '__proto__', 'constructor', "!*'()", '+', 'ids[10]', 'ids[9]', '%41'),
);
const pairs = fc.array(fc.tuple(text, text), { maxLength: 10 });

describe.each(['HMAC-SHA1', 'HMAC-SHA256', 'RSA-SHA1', 'PLAINTEXT'] as const)('%s', (signatureMethod) => {
  it('signs any parameters as an independent implementation does', () => {
    fc.assert(
      fc.property(pairs, pairs, text, text, (query, form, secret, tokenSecret) => {
        const write = (list: [string, string][]) => new URLSearchParams(list).toString();
        const consumerSecret = `s${secret}`;
        const signed = signRequest(
          {
            profile: 'rfc5849',
            method: 'POST',
            url: `HTTPS://Shop.Test:443/rest/V1/products?${write(query)}`,
            headers: [],
            body: { contentType: 'application/x-www-form-urlencoded', text: write(form) },
            consumerKey: 'key',
            consumerSecret,
            token: 'token',
            tokenSecret,
            privateKey,
            nonce: 'nonce',
            timestamp: '1795463959',
            signatureMethod,
            version: '1.0',
            realm: 'not signed',
          },
          nodeSigner,
        );
        const parameters = collectValues([
          ...query,
          ...form,
          ['oauth_consumer_key', 'key'],
          ['oauth_nonce', 'nonce'],
          ['oauth_signature_method', signatureMethod],
          ['oauth_timestamp', '1795463959'],
          ['oauth_token', 'token'],
          ['oauth_version', '1.0'],
        ]);
        const keys = signatureMethod === 'RSA-SHA1' ? [privateKey] : [consumerSecret, tokenSecret];
        const base = ['POST', 'https://shop.test/rest/V1/products', parameters] as const;
        expect(signed.ok && signed.value.signature).toBe(signIndependently(signatureMethod, ...base, ...keys));
      }),
      { numRuns: signatureMethod === 'RSA-SHA1' ? 20 : 200 },
    );
  });
});

function collectValues(list: readonly (readonly [string, string])[]): Record<string, string[]> {
  const values = Object.create(null) as Record<string, string[]>;
  for (const [name, value] of list) (values[name] ??= []).push(value);
  return values;
}
