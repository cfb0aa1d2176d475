import { RestFault } from '../rest/rest-fault.ts';
import type { Seed } from '../seed/seed.ts';
import { applyProductInput, createProduct } from './apply-product-input.ts';
import { buildGallery } from './media-gallery.ts';
import type { Product } from './product.ts';
import type { ProductInput } from './product-input.ts';
import { readSeedProduct } from './read-seed-product.ts';
import { dateLowStock, readStock } from './stock-item.ts';

export interface SaveOptions {
  readonly sku: string;
  readonly input: ProductInput;
  /** The store view that is written; 0 writes the global values. */
  readonly storeId: number;
  /** The time of the change as the database writes it. */
  readonly time: string;
}

/** The products of a sandbox, in memory. */
export interface Catalogue {
  list(): readonly Product[];
  /** The product with this SKU; 404 where there is none. */
  get(sku: string): Product;
  has(sku: string): boolean;
  /** Makes the product or changes the one with the same SKU. */
  save(options: SaveOptions): Product;
  setStock(sku: string, stockItem: unknown, time: string): Product;
  remove(sku: string): void;
}

const notFound = (): RestFault =>
  new RestFault(404, { message: "The product that was requested doesn't exist. Verify the product and try again." });

const highest = (ids: readonly number[]): number => Math.max(0, ...ids);

/** The catalogue of a seed; its Map is closed over, so products change only through the methods. */
export function createCatalogue(seed: Seed): Catalogue {
  const products = new Map(seed.products.map((product) => [product.sku, readSeedProduct(seed, product)]));
  const listMedia = () => [...products.values()].flatMap(({ media }) => media);
  let lastProductId = highest(seed.products.map(({ id }) => id));
  let lastMediaId = highest(listMedia().map(({ id }) => id));

  const get = (sku: string): Product => {
    const product = products.get(sku);
    if (!product) throw notFound();
    return product;
  };
  const store = (product: Product): Product => {
    products.set(product.sku, product);
    return product;
  };

  return {
    list: () => [...products.values()],
    get,
    has: (sku) => products.has(sku),
    save: ({ sku, input, storeId, time }) => {
      const present = products.get(sku);
      const product = present ?? {
        ...createProduct(lastProductId + 1, sku, input),
        createdAt: time,
        updatedAt: time,
      };
      lastProductId = Math.max(lastProductId, product.id);
      const shop = { takenFiles: new Set(listMedia().map(({ file }) => file)), nextId: () => (lastMediaId += 1) };
      const media = input.media ? buildGallery(input.media, product.media, shop) : product.media;
      return store(applyProductInput(product, { input, media, isNew: present === undefined, storeId, time }));
    },
    setStock: (sku, stockItem, time) => {
      const product = get(sku);
      return store({ ...product, stock: dateLowStock(readStock(stockItem, product.stock), time) });
    },
    remove: (sku) => {
      if (!products.delete(sku)) throw notFound();
    },
  };
}
