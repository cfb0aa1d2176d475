import { expect, test } from 'vitest';
import { buildTargetUrl } from './request-target.ts';

const build = (url: string, storeCode = 'default', baseUrl = 'https://shop.test/sub'): string =>
  buildTargetUrl({ url, parameters: [{ name: 'a[0]', value: 'b', isEnabled: true }] }, { baseUrl, storeCode });

test.each([
  [build('/V1/products'), 'https://shop.test/sub/rest/default/V1/products?a[0]=b'],
  [build('V1/products'), 'https://shop.test/sub/rest/default/V1/products?a[0]=b'],
  [build('/V1/products', ''), 'https://shop.test/sub/rest/V1/products?a[0]=b'],
  [build('/async/bulk/V1/products', 'all'), 'https://shop.test/sub/rest/all/async/bulk/V1/products?a[0]=b'],
  [build('/rest/fr/V1/products'), 'https://shop.test/sub/rest/fr/V1/products?a[0]=b'],
  [build('/graphql'), 'https://shop.test/sub/graphql?a[0]=b'],
  [build('magento_version', 'default', 'https://shop.test/'), 'https://shop.test/magento_version?a[0]=b'],
  [build('http://other.test/V1/x?c=d'), 'http://other.test/V1/x?c=d&a[0]=b'],
  [build('/V1Extra/x'), 'https://shop.test/sub/V1Extra/x?a[0]=b'],
  [build(' /V1 '), 'https://shop.test/sub/rest/default/V1?a[0]=b'],
])('%s', (built, expected) => {
  expect(built).toBe(expected);
});
