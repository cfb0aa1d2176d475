import { asFields, asList, type Fields, refuseUnknownProperties } from '../rest/arguments.ts';
import { refuseInput, refuseType } from '../rest/rest-fault.ts';
import type { MediaEntry } from './product.ts';
import { productProperties } from './product-attributes.ts';

const knownProperties: readonly string[] = [
  ...productProperties,
  'id',
  'sku',
  'created_at',
  'updated_at',
  'extension_attributes',
  'product_links',
  'options',
  'media_gallery_entries',
  'tier_prices',
  'custom_attributes',
];
const numericProperties: readonly string[] = ['attribute_set_id', 'price', 'status', 'visibility', 'weight'];

/** An image as it arrives: its entry without id and file, and the name to store it under. Null for one that is kept. */
export interface MediaInput {
  readonly id: number | null;
  readonly entry: Omit<MediaEntry, 'id' | 'file'>;
  readonly fileName: string | null;
}

/** What a call wants to change about a product. */
export interface ProductInput {
  readonly values: Fields;
  readonly stockItem: unknown;
  readonly websiteIds: readonly number[] | undefined;
  readonly media: readonly MediaInput[] | undefined;
  readonly productLinks: readonly unknown[] | undefined;
  readonly options: readonly unknown[] | undefined;
  readonly tierPrices: readonly unknown[] | undefined;
}

function readNumeric(name: string, value: unknown): number {
  const number = typeof value === 'object' || value === '' ? Number.NaN : Number(value);
  if (Number.isNaN(number)) throw refuseType(String(value), name === 'price' || name === 'weight' ? 'float' : 'int');
  return number;
}

function readValues(entity: Fields): Fields {
  const values: Record<string, unknown> = {};
  for (const name of productProperties) {
    const value = entity[name];
    if (value === undefined || value === null) continue;
    values[name] = numericProperties.includes(name) ? readNumeric(name, value) : String(value);
  }
  for (const attribute of asList(entity['custom_attributes']).map(asFields)) {
    const code = attribute['attribute_code'] ?? attribute['attributeCode'];
    if (typeof code === 'string') values[code] = attribute['value'];
  }
  const links = asFields(entity['extension_attributes'])['category_links'];
  if (links !== undefined) values['category_ids'] = asList(links).map((link) => String(asFields(link)['category_id']));
  return values;
}

function isBase64(text: string): boolean {
  return text !== '' && Buffer.from(text, 'base64').toString('base64') === text.replace(/\s/g, '');
}

function readMedia(value: unknown): MediaInput {
  const given = asFields(value);
  const content = given['content'] === undefined ? null : asFields(given['content']);
  if (content && !isBase64(String(content['base64_encoded_data'] ?? ''))) {
    throw refuseInput('The image content must be valid base64 encoded data.');
  }
  const id = given['id'] === undefined || given['id'] === null ? null : Number(given['id']);
  if (id === null && !content) throw refuseInput('The image content is invalid. Verify the content and try again.');
  return {
    id,
    entry: {
      media_type: String(given['media_type'] ?? 'image'),
      label: given['label'] === undefined || given['label'] === null ? null : String(given['label']),
      position: Number(given['position'] ?? 0),
      disabled: given['disabled'] === true,
      types: asList(given['types']).map(String),
    },
    fileName: content ? String(content['name'] ?? 'image') : null,
  };
}

const optionalList = (value: unknown): readonly unknown[] | undefined =>
  value === undefined || value === null ? undefined : asList(value);

/**
 * Reads a product from a call; all of it is checked before anything is stored, so a refused part leaves nothing half
 * made. Throws a 500 for an unknown property and a 400 for a bad value.
 */
export function readProductInput(entity: Fields, nextReport: () => number): ProductInput {
  refuseUnknownProperties(entity, knownProperties, nextReport);
  const extension = asFields(entity['extension_attributes']);
  return {
    values: readValues(entity),
    stockItem: extension['stock_item'],
    websiteIds: optionalList(extension['website_ids'])?.map(Number),
    media: optionalList(entity['media_gallery_entries'])?.map(readMedia),
    productLinks: optionalList(entity['product_links']),
    options: optionalList(entity['options']),
    tierPrices: optionalList(entity['tier_prices']),
  };
}
