import { describe, expect, it } from 'vitest';
import { lintSigning } from './lint-signing.ts';
import type { ServerProfileId } from './server-profile-id.ts';
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
const lint = (change: Partial<SigningInput>, isExact = true, nowSeconds = 1795463959) =>
  lintSigning({ ...plain, ...change }, { isExact, nowSeconds }).map((remark) => [remark.effect, remark.pairIndex]);

describe('lintSigning, sent exactly as typed', () => {
  it.each<readonly [ServerProfileId, string, ReturnType<typeof lint>]>([
    ['magento-2.4.4', 'a=1&flag', [['ignored', 1]]],
    ['magento-2.4.4', '&a=1&b=2=3', [['ignored', 2]]],
    ['magento-2.4.4', 'a=1&oauth_token=x', [['ignored', 1]]],
    ['magento-2.4.4', 'a=1&a=2', [['ignored', 0]]],
    ['magento-2.4.4', 'a=1&b=x+y', [['misread', 1]]],
    ['magento-2.4.4', 'b=1&a[9]=1&a[10]=2', [['reordered', 1]]],
    ['magento-2.4.4', 'a=1&b={x}', [['broken', 1]]],
    ['magento-2.4.6', 'a=1&b={x}', []],
    ['magento-next', 'flag&b=x+y&oauth_foo=1', []],
    ['magento-next', 'b=1&a.b=1', [['misread', 1]]],
    ['magento-next', 'a=1&a[0]=2', [['ignored', 0]]],
    ['magento-next', 'b=1&5=2', [['broken', 1]]],
    [
      'magento-next',
      'a[0]=x+y&a[1]',
      [
        ['misread', 0],
        ['ignored', 1],
      ],
    ],
    ['rfc5849', 'flag&a=1&a=2&b=x+y&c==', []],
  ])('%s: ?%s', (profile, query, expected) => {
    expect(lint({ profile, url: `${plain.url}?${query}` })).toEqual(expected);
  });

  it.each<readonly [Partial<SigningInput>, string]>([
    [{ consumerKey: 'k' }, 'consumer-key-length'],
    [{ signatureMethod: 'HMAC-SHA1' }, 'signature-method'],
    [{ tokenSecret: 'secret ' }, 'secret-blank'],
    [{ timestamp: '1795464560' }, 'clock-ahead'],
    [{ timestamp: '1795463959000' }, 'timestamp'],
  ])('tells of %j', (change, rule) => {
    const remarks = lintSigning({ ...plain, ...change }, { isExact: false, nowSeconds: 1795463959 });
    expect(remarks.map((remark) => 'rule' in remark && remark.rule)).toContain(rule);
  });

  it('takes HMAC-SHA1 and a clock 600 s ahead where the store does', () => {
    expect(lint({ profile: 'magento-2.4.3', signatureMethod: 'HMAC-SHA1', timestamp: '1795464559' })).toEqual([]);
  });
});

describe('lintSigning, written portably', () => {
  it.each([
    ['flag&a=b=c&d=x+y&e={x}|', []],
    ['&&a=1&&a=2', [['ignored', 2]]],
    ['b=1&&ids[9]=1&ids[10]=2#part', [['reordered', 2]]],
  ])('?%s', (query, expected) => {
    expect(lint({ url: `${plain.url}?${query}` }, false)).toEqual(expected);
  });

  it('says nothing of what can’t be signed', () => {
    expect(lint({ url: '/V1/products' }, false)).toEqual([]);
  });
});
