import { expect, test } from 'vitest';
import { checkSecret } from './check-secret.ts';

const whole = 'a'.repeat(32);

test.each([
  ['password', ' x ', ''],
  ['consumerKey', '', ''],
  ['consumerKey', whole, ''],
  ['consumerKey', whole.slice(1), 'Magento’s values have 32 characters, this one has 31.'],
  ['accessTokenSecret', ` ${whole} `, ''],
])('%s %j: %j', (field, value, hint) => {
  expect(checkSecret(field, value)).toBe(hint);
});
