import type { Fields } from '../rest/arguments.ts';
import { customAttributeOrder, productProperties } from './product-attributes.ts';
import { renderStockItem, type Stock } from './stock-item.ts';

export interface MediaEntry {
  readonly id: number;
  readonly media_type: string;
  readonly label: string | null;
  readonly position: number;
  readonly disabled: boolean;
  readonly types: readonly string[];
  readonly file: string;
}

/** A product with its global values and the values of single store views. Replaced as a whole when it is saved. */
export interface Product {
  readonly id: number;
  readonly sku: string;
  readonly values: Fields;
  readonly storeValues: ReadonlyMap<number, Fields>;
  readonly websiteIds: readonly number[];
  readonly stock: Stock;
  readonly media: readonly MediaEntry[];
  readonly productLinks: readonly unknown[];
  readonly options: readonly unknown[];
  readonly tierPrices: readonly unknown[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The values of a product in a store view; 0 is the admin scope with the global ones. */
export function productValues(product: Product, storeId: number): Fields {
  return { ...product.values, ...product.storeValues.get(storeId) };
}

function renderCustomAttributes(values: Fields): unknown[] {
  const properties: readonly string[] = productProperties;
  const rank = (code: string): number => {
    const index = customAttributeOrder.indexOf(code);
    return index < 0 ? customAttributeOrder.length : index;
  };
  return Object.keys(values)
    .filter((code) => !properties.includes(code))
    .sort((left, right) => rank(left) - rank(right))
    .map((code) => ({ attribute_code: code, value: values[code] }));
}

function renderProperties(product: Product, values: Fields): Fields {
  return {
    id: product.id,
    sku: product.sku,
    name: values['name'],
    attribute_set_id: values['attribute_set_id'],
    ...(values['price'] !== undefined && { price: values['price'] }),
    status: values['status'],
    visibility: values['visibility'],
    type_id: values['type_id'],
    created_at: product.createdAt,
    updated_at: product.updatedAt,
    ...(values['weight'] !== undefined && { weight: values['weight'] }),
  };
}

/**
 * A product as the API returns it: `single` when asked for by SKU or saved, `listed` in a search (without its stock
 * item), `created` as the answer to the call that made it.
 */
export function renderProduct(product: Product, storeId: number, form: 'single' | 'listed' | 'created'): Fields {
  const values = productValues(product, storeId);
  const categoryIds = values['category_ids'];
  const categoryLinks = (Array.isArray(categoryIds) ? categoryIds : []).map((id: unknown) => ({
    position: 0,
    category_id: String(id),
  }));
  const isNew = form === 'created';
  return {
    ...renderProperties(product, values),
    extension_attributes: {
      website_ids: product.websiteIds,
      ...(categoryLinks.length > 0 && { category_links: categoryLinks }),
      ...(form !== 'listed' && { stock_item: renderStockItem(product.id, product.stock) }),
    },
    ...(!isNew && { product_links: product.productLinks }),
    options: product.options,
    media_gallery_entries: product.media,
    ...(!isNew && { tier_prices: product.tierPrices }),
    custom_attributes: renderCustomAttributes(values),
  };
}

/** A URL key from a name: `Test product 2` becomes `test-product-2`. */
export function toUrlKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
