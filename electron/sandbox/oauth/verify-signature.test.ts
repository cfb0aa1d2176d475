import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SandboxRequest } from '../message.ts';
import { RestFault } from '../rest/rest-fault.ts';
import { createNonceRegister } from './nonce-register.ts';
import { type Consumer, verifySignature } from './verify-signature.ts';

const nowMs = 1_800_000_000_000;
const consumer: Consumer = {
  consumerId: 7,
  consumerKey: 'k'.repeat(32),
  consumerSecret: 's'.repeat(32),
  accessToken: 't'.repeat(32),
  accessTokenSecret: 'u'.repeat(32),
  isTokenRevoked: false,
};
const stranger: Consumer = { ...consumer, consumerId: 8, consumerKey: 'q'.repeat(32), accessToken: 'r'.repeat(32) };
const revoked: Consumer = {
  ...consumer,
  consumerId: 9,
  consumerKey: 'v'.repeat(32),
  accessToken: 'w'.repeat(32),
  isTokenRevoked: true,
};

/** A right signature, computed by hand from parameters that need neither encoding nor sorting. */
function sign(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const parameters: Readonly<Record<string, string | undefined>> = {
    oauth_consumer_key: consumer.consumerKey,
    oauth_nonce: 'nonce1',
    oauth_signature_method: 'HMAC-SHA256',
    oauth_timestamp: String(nowMs / 1000),
    oauth_token: 't'.repeat(32),
    oauth_version: '1.0',
    ...changes,
  };
  const pairs = Object.entries(parameters).filter(([name, value]) => value !== undefined && name !== 'oauth_signature');
  const list = pairs.map(([name, value]) => `${name}=${value ?? ''}`).join('&');
  const base = `GET&${encodeURIComponent('http://shop.test/rest/V1/modules')}&${encodeURIComponent(list)}`;
  const signature = createHmac('sha256', `${consumer.consumerSecret}&${consumer.accessTokenSecret ?? ''}`);
  const signed = { oauth_signature: signature.update(base).digest('base64'), ...parameters };
  const written = Object.entries<string | undefined>(signed).filter(([, value]) => value !== undefined);
  return `OAuth ${written.map(([name, value]) => `${name}="${encodeURIComponent(value ?? '')}"`).join(', ')}`;
}

function createVerify() {
  const nonces = createNonceRegister();
  const consumers = [consumer, stranger, revoked];
  return (authorization: string, target = '/rest/V1/modules'): unknown => {
    const request: SandboxRequest = {
      method: 'GET',
      target,
      path: target,
      query: '',
      headers: [
        ['Host', 'shop.test'],
        ['Authorization', authorization],
      ],
      body: new Uint8Array(),
      isSecure: false,
    };
    try {
      return verifySignature(request, { profile: 'magento-2.4.4', consumers, nonces, nowMs, nextReport: () => 1 });
    } catch (error) {
      return error instanceof RestFault ? { status: error.status, ...error.body } : error;
    }
  };
}

const refused: readonly (readonly [string, Readonly<Record<string, string | undefined>>, number, string])[] = [
  [
    'a version before all else',
    { oauth_version: '2.0', oauth_token: 'x' },
    400,
    'The "2.0" Oauth version isn\'t supported.',
  ],
  [
    'the length of a token',
    { oauth_token: 'x', oauth_signature_method: 'PLAINTEXT' },
    400,
    'The token length is invalid. Check the length and try again.',
  ],
  [
    'the method before the consumer',
    { oauth_signature_method: 'HMAC-SHA1', oauth_consumer_key: 'x' },
    400,
    'Signature method %1 is not supported',
  ],
  ['a short key', { oauth_consumer_key: 'x' }, 401, 'Consumer key is not the correct length'],
  ['an unknown key', { oauth_consumer_key: 'x'.repeat(32) }, 401, 'A consumer having the specified key does not exist'],
  ['the future', { oauth_timestamp: String(nowMs / 1000 + 601) }, 401, 'An error occurred validating the nonce'],
  ['milliseconds', { oauth_timestamp: String(nowMs) }, 401, 'An error occurred validating the nonce'],
  ['no number', { oauth_timestamp: 'now' }, 401, 'An error occurred validating the nonce'],
  ['an unknown token', { oauth_token: 'x'.repeat(32) }, 401, 'Specified token does not exist'],
  ['the token of another', { oauth_token: 'r'.repeat(32) }, 401, 'Token is not associated with the specified consumer'],
  [
    'a revoked token',
    { oauth_consumer_key: 'v'.repeat(32), oauth_token: 'w'.repeat(32) },
    401,
    'Access token has been revoked',
  ],
  ['a wrong signature', { oauth_signature: 'bm90cmlnaHQ=' }, 401, 'The signature is invalid. Verify and try again.'],
];

describe('verifying a signature', () => {
  it('returns the consumer', () => {
    expect(createVerify()(sign())).toBe(consumer);
  });

  it.each(['', 'Basic dXNlcjpwYXNz', 'OAuth realm="x"'])('takes "%s" for no signature', (authorization) => {
    expect(createVerify()(authorization)).toBeNull();
  });

  it('finds the scheme in any case behind another one', () => {
    expect(createVerify()(`Basic dXNlcjpwYXNz, ${sign().replace('OAuth', 'oAUTH')}`)).toBe(consumer);
  });

  it('takes a timestamp of 2001, and up to ten minutes of the future', () => {
    const verify = createVerify();
    expect(verify(sign({ oauth_nonce: 'old', oauth_timestamp: '1000000000' }))).toBe(consumer);
    expect(verify(sign({ oauth_nonce: 'new', oauth_timestamp: String(nowMs / 1000 + 600) }))).toBe(consumer);
  });

  it.each(refused)('refuses %s', (_, changes, status, message) => {
    expect(createVerify()(sign(changes))).toMatchObject({ status, message });
  });

  it('lists what is missing in one answer', () => {
    expect(createVerify()('OAuth oauth_consumer_key="x", oauth_nonce="y"')).toMatchObject({
      status: 400,
      errors: ['oauth_signature', 'oauth_signature_method', 'oauth_timestamp', 'oauth_token'].map((fieldName) => ({
        parameters: { fieldName },
      })),
    });
  });

  it('spends the nonce on a wrong signature', () => {
    const verify = createVerify();
    verify(sign({ oauth_signature: 'bm90cmlnaHQ=' }));
    expect(verify(sign())).toEqual({
      status: 401,
      message: 'The nonce is already being used by the consumer with ID %1',
      parameters: ['7'],
    });
  });

  it('keeps 32 characters of a nonce, so that longer ones collide', () => {
    const verify = createVerify();
    expect(verify(sign({ oauth_nonce: `${'n'.repeat(32)}A` }))).toBe(consumer);
    expect(verify(sign({ oauth_nonce: `${'n'.repeat(32)}B` }))).toMatchObject({
      message: 'An error occurred validating the nonce',
    });
  });

  it('breaks on a raw pipe', () => {
    expect(createVerify()(sign(), '/rest/V1/mod|ules')).toMatchObject({ status: 500 });
  });
});
