import { expect, test } from 'vitest';
import { maskBodyText, maskHeaderValue, maskUrl } from './secret-names.ts';

const dots = '••••••••';

test.each([
  ['Authorization', 'Bearer abc.def', `Bearer ${dots}`],
  ['authorization', 'Basic dXNlcjpwYXNz', `Basic ${dots}`],
  ['Authorization', 'Bearer {{adminToken}}', 'Bearer {{adminToken}}'],
  ['Authorization', 'justatoken', dots],
  [
    'Authorization',
    'OAuth oauth_consumer_key="hv2rabcdefgh8zxy", oauth_token="0123456789abcdef", oauth_nonce="n", oauth_signature="s%3D"',
    'OAuth oauth_consumer_key="hv2r…8zxy", oauth_token="0123…cdef", oauth_nonce="n", oauth_signature="s%3D"',
  ],
  [
    'Authorization',
    'Basic dXNlcjpwYXNz, OAuth oauth_consumer_key="short", oauth_verifier="v"',
    `Basic ${dots}, OAuth oauth_consumer_key="${dots}", oauth_verifier="${dots}"`,
  ],
  ['Cookie', 'PHPSESSID=abc; store=fr', `PHPSESSID=${dots}; store=${dots}`],
  ['Set-Cookie', 'PHPSESSID=abc=; path=/; HttpOnly', `PHPSESSID=${dots}; path=/; HttpOnly`],
  ['X-Api-Key', 'k', dots],
  ['X-Csrf-Token', 'k', dots],
  ['Accept', 'application/json', 'application/json'],
])('%s: %s', (name, value, expected) => {
  expect(maskHeaderValue(name, value)).toBe(expected);
});

test.each([
  ['http://user:pw@shop.test/x?a=1', `http://user:${dots}@shop.test/x?a=1`],
  [
    '/V1/x?token=abc&sku=token&user[password]=p&a%5BresetToken%5D=q',
    `/V1/x?token=${dots}&sku=token&user[password]=${dots}&a%5BresetToken%5D=${dots}`,
  ],
  ['/V1/x?token={{token}}', '/V1/x?token={{token}}'],
])('the URL %s', (url, expected) => {
  expect(maskUrl(url)).toBe(expected);
});

test.each([
  ['{"username":"admin","password" : "a\\"b","n":1}', `{"username":"admin","password" : "${dots}","n":1}`],
  [
    '{"a":{"resetToken":"x","api_key":"y","password":""},"tokens":"z"}',
    `{"a":{"resetToken":"${dots}","api_key":"${dots}","password":""},"tokens":"z"}`,
  ],
  ['{"password":"{{pw}}"}', '{"password":"{{pw}}"}'],
  ['{"password":"broken', '{"password":"broken'],
  [
    '{"query":"mutation{generateCustomerToken(email:\\"e\\", password: \\"pw\\"){token}}"}',
    `{"query":"mutation{generateCustomerToken(email:\\"e\\", password: \\"${dots}\\"){token}}"}`,
  ],
  [
    '<a><newPassword x="1">pw</newPassword><sku>s</sku></a>',
    `<a><newPassword x="1">${dots}</newPassword><sku>s</sku></a>`,
  ],
  ['{"echo":"{\\"password\\":\\"pw\\"}"}', `{"echo":"{\\"password\\":\\"${dots}\\"}"}`],
  ['oauth_token=abc&oauth_token_secret=def&x=1', `oauth_token=${dots}&oauth_token_secret=${dots}&x=1`],
])('the body %s', (text, expected) => {
  expect(maskBodyText(text)).toBe(expected);
});
