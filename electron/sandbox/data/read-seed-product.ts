import { asFields, asList, type Fields } from '../rest/arguments.ts';
import type { Seed, SeedProduct } from '../seed/seed.ts';
import type { MediaEntry, Product } from './product.ts';
import { productProperties } from './product-attributes.ts';
import { noStock, readStock } from './stock-item.ts';

function readMediaEntry(value: unknown): MediaEntry {
  const entry = asFields(value);
  return {
    id: Number(entry['id']),
    media_type: String(entry['media_type'] ?? 'image'),
    label: typeof entry['label'] === 'string' ? entry['label'] : null,
    position: Number(entry['position'] ?? 0),
    disabled: entry['disabled'] === true,
    types: asList(entry['types']).map(String),
    file: String(entry['file'] ?? ''),
  };
}

/** A product of a seed, which has the form of the API, as the catalogue keeps it. */
export function readSeedProduct(seed: Seed, product: SeedProduct): Product {
  const fields: Fields = product;
  const extension = asFields(fields['extension_attributes']);
  const properties = productProperties.flatMap((name) =>
    fields[name] === undefined ? [] : [[name, fields[name]] as const],
  );
  const custom = asList(fields['custom_attributes'])
    .map(asFields)
    .map((attribute) => [String(attribute['attribute_code']), attribute['value']] as const);
  const storeId = (code: string): number => seed.stores.find((store) => store.code === code)?.id ?? 0;
  return {
    id: product.id,
    sku: product.sku,
    values: { ...Object.fromEntries(properties), ...Object.fromEntries(custom) },
    storeValues: new Map(Object.entries(product.store_values ?? {}).map(([code, values]) => [storeId(code), values])),
    websiteIds: asList(extension['website_ids']).map(Number),
    stock: readStock(extension['stock_item'], noStock),
    media: asList(fields['media_gallery_entries']).map(readMediaEntry),
    productLinks: asList(fields['product_links']),
    options: asList(fields['options']),
    tierPrices: asList(fields['tier_prices']),
    createdAt: String(fields['created_at'] ?? ''),
    updatedAt: String(fields['updated_at'] ?? ''),
  };
}
