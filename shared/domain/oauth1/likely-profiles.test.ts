import { describe, expect, it } from 'vitest';
import { findNextLikelyProfile, likelyProfiles } from './likely-profiles.ts';
import { type ServerProfileId, serverProfileIds } from './server-profile-id.ts';

const groups = (count: number): string =>
  Array.from({ length: count }, (_, index) => `searchCriteria%5Bfilter_groups%5D%5B${index}%5D%5Bfield%5D=sku`).join(
    '&',
  );

describe('findNextLikelyProfile', () => {
  it.each<readonly [string, ServerProfileId, ServerProfileId | null]>([
    ['/V1/store/storeConfigs', 'magento-2.4.4', null],
    [`/V1/products?${groups(12)}`, 'rfc5849', 'magento-2.4.6'],
    [`/V1/products?${groups(12)}`, 'magento-2.4.4', 'magento-next'],
    [`/V1/products?${groups(12)}`, 'magento-next', 'magento-2.4.6'],
    ['/V1/products/a%2Fb', 'magento-2.4.4', 'magento-2.4.6'],
    ['/V1/products/a%2Fb', 'magento-2.4.6', 'magento-2.4.4'],
    ['/V1/products?fields=a%20b', 'magento-2.4.4', 'magento-dev-2024'],
  ])('%s refused as %s: %s', (path, refused, expected) => {
    const shape = { method: 'GET', url: `https://shop.test/rest${path}`, headers: [], body: null };
    expect(findNextLikelyProfile(shape, refused)).toBe(expected);
  });

  it('finds nothing for a request that can’t be signed', () => {
    expect(findNextLikelyProfile({ method: 'GET', url: 'nowhere', headers: [], body: null }, 'rfc5849')).toBeNull();
  });

  it('knows every profile', () => {
    expect([...likelyProfiles].sort()).toEqual([...serverProfileIds].sort());
  });
});
