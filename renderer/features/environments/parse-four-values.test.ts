import { expect, test } from 'vitest';
import { parseFourValues } from './parse-four-values.ts';

const [key, secret, token, tokenSecret] = ['k', 's', 't', 'u'].map((letter) => letter.repeat(32)) as [
  string,
  string,
  string,
  string,
];
const four = { consumerKey: key, consumerSecret: secret, accessToken: token, accessTokenSecret: tokenSecret };

test.each([
  ['lines in order', `${key}\n${secret}\n${token}\n${tokenSecret}\n`],
  [
    'the admin panel',
    `Consumer Key\n${key}\nConsumer Secret\n${secret}\nAccess Token\n${token}\nAccess Token Secret\n${tokenSecret}`,
  ],
  [
    'another order',
    `access_token_secret=${tokenSecret}\naccess_token=${token}\nconsumer_secret=${secret}\nconsumer_key=${key}`,
  ],
  [
    'JSON',
    JSON.stringify({
      consumer_key: key,
      consumer_secret: secret,
      access_token: token,
      access_token_secret: tokenSecret,
    }),
  ],
])('%s', (_, text) => {
  expect(parseFourValues(text)).toEqual(four);
});

test.each([[key], [`${key} ${secret}`], ['one two three four five']])('%s is not four values', (text) => {
  expect(parseFourValues(text)).toBeNull();
});
