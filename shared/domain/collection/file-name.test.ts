import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileNameFor } from './file-name.ts';

test.each([
  ['One product', [], 'one-product.yml'],
  ['One product', ['ONE-PRODUCT.YML'], 'one-product-2.yml'],
  ['One product', ['one-product.yml', 'one-product-2.yml'], 'one-product-3.yml'],
  ['GET /V1/products/:sku?x=1', [], 'get-v1-products-sku-x=1.yml'],
  ['../../etc/passwd', [], 'etc-passwd.yml'],
  ['con', [], 'con-request.yml'],
  ['LPT1.backup', [], 'lpt1.backup-request.yml'],
  ['  ...  ', [], 'request.yml'],
  ['', [], 'request.yml'],
  ['Prüfung Größe', [], 'prüfung-größe.yml'],
  ['商品 一覧', [], '商品-一覧.yml'],
  ['a'.repeat(300), [], `${'a'.repeat(80)}.yml`],
])('%j beside %j is kept in %j', (name, taken, expected) => {
  expect(fileNameFor(name, '.yml', taken)).toBe(expected);
});

test('whatever the name, the file name can be made on every system', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
      const fileName = fileNameFor(name, '.yml', []);

      expect(fileName).not.toMatch(/[<>:"/\\|?*\u0000-\u001f\u007f]|^[.-]|[. ]\.yml$/);
      expect(fileName).toMatch(/^.+\.yml$/su);
    }),
  );
});
