import { expect, test } from 'vitest';
import { readPastedSignature } from './read-pasted-signature.ts';

const header = 'OAuth oauth_consumer_key="k", oauth_signature="s%3D"';

test.each([
  [header, { kind: 'header', authorization: header }],
  [`  Authorization: ${header}\n`, { kind: 'header', authorization: header }],
  [`authorization : ${header}`, { kind: 'header', authorization: header }],
  [
    'GET&https%3A%2F%2Fshop.test%2Frest&oauth_nonce%3Dn\n',
    { kind: 'baseString', baseString: 'GET&https%3A%2F%2Fshop.test%2Frest&oauth_nonce%3Dn' },
  ],
  ['GET&https://shop.test/rest&a=1', { kind: 'baseString', baseString: 'GET&https://shop.test/rest&a=1' }],
  [
    `curl -H 'Authorization: ${header}' 'https://shop.test/rest?a=1'`,
    {
      kind: 'curl',
      request: {
        method: 'GET',
        url: 'https://shop.test/rest?a=1',
        headers: [['Authorization', header]],
        body: null,
      },
    },
  ],
  ['Bearer abc', null],
  ['curl', null],
  ['', null],
])('%s', (text, expected) => {
  expect(readPastedSignature(text)).toEqual(expected);
});
