import { expect, it } from 'vitest';
import { nodeSigner } from '#electron/core/auth/node-signer.ts';
import { maskTrace } from './mask-trace.ts';
import { signRequest } from './sign-request.ts';

const consumerKey = 'hv2rogofrn86vgbue6tqt00jq0v88zxy';
const token = 'ro7p4jcz6yssjigb5lg8gplxwfi4ck9t';
const password = 'p&ss wörd';

function signedTrace() {
  const result = signRequest(
    {
      profile: 'magento-2.4.4',
      method: 'GET',
      url: `https://shop.test/rest/V1/a/${consumerKey}?a=1+${token}&b=${encodeURIComponent(password)}&b=2`,
      headers: [],
      body: null,
      consumerKey,
      consumerSecret: 'consumer-secret',
      token,
      tokenSecret: 'token-secret',
      nonce: 'nonce',
      timestamp: '1795463959',
      signatureMethod: 'HMAC-SHA256',
      version: null,
    },
    nodeSigner,
  );
  if (!result.ok) throw new Error(result.error.message);
  return result.value.trace;
}

it('shortens key and token and blots out every other secret, wherever they stand and however encoded', () => {
  const trace = signedTrace();
  const masked = maskTrace(trace, ['consumer-secret', password, '']);
  const text = JSON.stringify(masked);
  for (const secret of [consumerKey, token, password, 'p%26ss', 'p%2526ss', 'consumer-secret']) {
    expect(text).not.toContain(secret);
  }
  expect(masked).toMatchObject({
    profile: trace.profile,
    maskedKey: trace.maskedKey,
    signature: trace.signature,
    baseString: {
      method: 'GET',
      url: 'https%3A%2F%2Fshop.test%2Frest%2FV1%2Fa%2Fhv2r…8zxy',
      parameters: expect.stringContaining('oauth_consumer_key%3Dhv2r…8zxy%26'),
    },
  });
  expect(masked.parameters.map(({ name, value }) => [name, value])).toEqual([
    ['a', '1+ro7p…ck9t'],
    ['b', '2'],
    ['oauth_consumer_key', 'hv2r…8zxy'],
    ['oauth_nonce', 'nonce'],
    ['oauth_signature_method', 'HMAC-SHA256'],
    ['oauth_timestamp', '1795463959'],
    ['oauth_token', 'ro7p…ck9t'],
  ]);
});

it('says the same when it masks twice', () => {
  const masked = maskTrace(signedTrace(), [password]);
  expect(maskTrace(masked, [password])).toEqual(masked);
});
