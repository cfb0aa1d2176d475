import { expect, test } from 'vitest';
import { maskBaseString } from './mask-base-string.ts';

const key = 'abcdefghijklmnopqrstuvwxyz012345';
const baseString = `GET&u&a%3D1%26oauth_consumer_key%3D${key}%26oauth_token%253D${key}%26z%3D1`;
const masked = 'GET&u&a%3D1%26oauth_consumer_key%3Dabcd…2345%26oauth_token%253Dabcd…2345%26z%3D1';

test.each([
  [null, null],
  [baseString.indexOf('a%3D1'), masked.indexOf('a%3D1')],
  // Within a key: its begin.
  [baseString.indexOf(key) + 7, masked.indexOf('abcd')],
  [baseString.indexOf('%26oauth_token'), masked.indexOf('%26oauth_token')],
  [baseString.indexOf('z%3D1'), masked.indexOf('z%3D1')],
  [baseString.length, masked.length],
])('keys are shortened, and the place %s moves to %s', (differsAt, expected) => {
  expect(maskBaseString(baseString, differsAt)).toEqual({ text: masked, differsAt: expected });
});

test('a base string without keys stays', () => {
  expect(maskBaseString('GET&u&a%3D1', 3)).toEqual({ text: 'GET&u&a%3D1', differsAt: 3 });
});
