import { describe, expect, it } from 'vitest';
import { defaultSeed } from './default-seed.ts';
import { seedSchema } from './seed.ts';

describe('the default seed', () => {
  it('is a valid seed, the same each time', () => {
    expect(seedSchema.parse(defaultSeed())).toEqual(defaultSeed());
    expect(defaultSeed()).toEqual(defaultSeed());
  });

  it('has every SKU and every URL key once', () => {
    const skus = defaultSeed().products.map(({ sku }) => sku);
    expect(new Set(skus).size).toBe(skus.length);
  });
});
