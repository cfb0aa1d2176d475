import type { Fields } from '../rest/arguments.ts';
import { refuseInput } from '../rest/rest-fault.ts';
import { mediaRoles } from './media-gallery.ts';
import { type MediaEntry, type Product, toUrlKey } from './product.ts';
import { defaultAttributes, storeScopedAttributes } from './product-attributes.ts';
import type { ProductInput } from './product-input.ts';
import { dateLowStock, noStock, readStock } from './stock-item.ts';

/** A product before its first values. A name is what it can't do without (400). */
export function createProduct(
  id: number,
  sku: string,
  { values }: ProductInput,
): Omit<Product, 'createdAt' | 'updatedAt'> {
  if (!values['name']) {
    throw refuseInput('The "Product Name" attribute value is empty. Set the attribute and try again.');
  }
  return {
    id,
    sku,
    values: defaultAttributes,
    storeValues: new Map(),
    websiteIds: [1],
    stock: noStock,
    media: [],
    productLinks: [],
    options: [],
    tierPrices: [],
  };
}

export interface ProductChange {
  readonly input: ProductInput;
  /** The gallery after the change. */
  readonly media: readonly MediaEntry[];
  readonly isNew: boolean;
  /** The store view that is written; 0 writes the global values. */
  readonly storeId: number;
  readonly time: string;
}

/** Where a name comes without a URL key, one is made of it; not for global values of a product that has a key. */
function deriveUrlKey({ input, isNew, storeId }: ProductChange): Fields {
  const name = input.values['name'];
  return typeof name === 'string' && (isNew || storeId !== 0) ? { url_key: toUrlKey(name) } : {};
}

/** The product after a call. Attributes with a value per store view go to the one that is written, others are global. */
export function applyProductInput(product: Product, change: ProductChange): Product {
  const { input, media, isNew, storeId, time } = change;
  const entries = Object.entries({ ...deriveUrlKey(change), ...input.values, ...(input.media && mediaRoles(media)) });
  const isScoped = (code: string): boolean => !isNew && storeId !== 0 && storeScopedAttributes.includes(code);
  const scoped = Object.fromEntries(entries.filter(([code]) => isScoped(code)));
  const stock = readStock(input.stockItem, product.stock);
  return {
    ...product,
    values: { ...product.values, ...Object.fromEntries(entries.filter(([code]) => !isScoped(code))) },
    storeValues: new Map([...product.storeValues, [storeId, { ...product.storeValues.get(storeId), ...scoped }]]),
    websiteIds: input.websiteIds ?? product.websiteIds,
    stock: isNew ? stock : dateLowStock(stock, time),
    media,
    productLinks: input.productLinks ?? product.productLinks,
    options: input.options ?? product.options,
    tierPrices: input.tierPrices ?? product.tierPrices,
    updatedAt: time,
  };
}
