import { describe, expect, it } from 'vitest';
import { type CurlRequest, readCurlCommand } from './curl-command.ts';

const get = (change: Partial<CurlRequest>): CurlRequest => ({
  method: 'GET',
  url: 'https://shop.test/rest/V1/products',
  headers: [],
  body: null,
  ...change,
});
const form = 'application/x-www-form-urlencoded';

describe('readCurlCommand', () => {
  it.each<readonly [string, CurlRequest | null]>([
    ['curl https://shop.test/rest/V1/products', get({})],
    ['$ curl -sSL -k --compressed "https://shop.test/a?b=1&c=2"', get({ url: 'https://shop.test/a?b=1&c=2' })],
    ['curl shop.test/a', get({ url: 'http://shop.test/a' })],
    [
      "curl -g 'https://shop.test/a?b[0]=x' -H 'Accept: */*'",
      get({ url: 'https://shop.test/a?b[0]=x', headers: [['Accept', '*/*']] }),
    ],
    [
      `curl --location --request PUT 'https://shop.test/a' \\\n  --header 'Authorization: OAuth oauth_nonce="n"' \\\n  --header "Content-Type: application/json" --data-raw '{"a":"it'\\''s"}'`,
      {
        method: 'PUT',
        url: 'https://shop.test/a',
        headers: [
          ['Authorization', 'OAuth oauth_nonce="n"'],
          ['Content-Type', 'application/json'],
        ],
        body: { contentType: 'application/json', text: '{"a":"it\'s"}' },
      },
    ],
    [
      `curl 'https://shop.test/a' --data-binary $'{"a":"\\u00e9\\n"}' -XPATCH`,
      get({ method: 'PATCH', url: 'https://shop.test/a', body: { contentType: form, text: '{"a":"é\n"}' } }),
    ],
    [
      'curl https://shop.test/a -d a=1 --data-urlencode "b=x y" --data-urlencode =z',
      get({ method: 'POST', url: 'https://shop.test/a', body: { contentType: form, text: 'a=1&b=x%20y&z' } }),
    ],
    ['curl -G https://shop.test/a -d a=1 -d b=2', get({ url: 'https://shop.test/a?a=1&b=2' })],
    ['curl -I --url https://shop.test/a -o /dev/null -m 5', get({ method: 'HEAD', url: 'https://shop.test/a' })],
    [
      `curl https://shop.test/a --json '{"a":1}'`,
      get({
        method: 'POST',
        url: 'https://shop.test/a',
        headers: [['Content-Type', 'application/json']],
        body: { contentType: 'application/json', text: '{"a":1}' },
      }),
    ],
    ['curl', null],
    ['wget https://shop.test', null],
    ['', null],
  ])('%s', (command, expected) => {
    expect(readCurlCommand(command)).toEqual(expected);
  });
});
