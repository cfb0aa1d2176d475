import { asFields, asList, type Fields } from '../rest/arguments.ts';
import { refuseInput, RestFault } from '../rest/rest-fault.ts';
import type { Seed, SeedProduct } from '../seed/seed.ts';
import { type MediaEntry, type Product, productValues, toUrlKey } from './product.ts';
import { defaultAttributes, productProperties, storeScopedAttributes } from './product-attributes.ts';
import type { MediaInput, ProductInput } from './product-input.ts';
import { noStock, readStock } from './stock-item.ts';

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
  setStock(sku: string, stockItem: unknown): Product;
  remove(sku: string): void;
}

const notFound = (): RestFault =>
  new RestFault(404, { message: "The product that was requested doesn't exist. Verify the product and try again." });

function readSeedProduct(seed: Seed, product: SeedProduct): Product {
  const fields: Fields = product;
  const extension = asFields(fields['extension_attributes']);
  const custom = asList(fields['custom_attributes'])
    .map(asFields)
    .map((attribute) => [String(attribute['attribute_code']), attribute['value']] as const);
  const properties = productProperties.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]]));
  const storeId = (code: string): number => seed.stores.find((store) => store.code === code)?.id ?? 0;
  return {
    id: product.id,
    sku: product.sku,
    values: { ...Object.fromEntries(properties), ...Object.fromEntries(custom) },
    storeValues: new Map(Object.entries(product.store_values ?? {}).map(([code, values]) => [storeId(code), values])),
    websiteIds: asList(extension['website_ids']).map(Number),
    stock: readStock(extension['stock_item'], noStock),
    media: asList(fields['media_gallery_entries']) as readonly MediaEntry[],
    productLinks: asList(fields['product_links']),
    options: asList(fields['options']),
    tierPrices: asList(fields['tier_prices']),
    createdAt: String(fields['created_at'] ?? ''),
    updatedAt: String(fields['updated_at'] ?? ''),
  };
}

/** The first free path for an image: `/d/o/dot.png`, then `/d/o/dot_1.png`. */
function chooseFile(fileName: string, taken: ReadonlySet<string>): string {
  const clean = fileName.toLowerCase().replace(/[^a-z0-9._-]+/g, '_');
  const dot = clean.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ''];
  const folder = `/${stem[0] ?? '_'}/${stem[1] ?? '_'}/`;
  for (let count = 0; ; count += 1) {
    const file = `${folder}${stem}${count === 0 ? '' : `_${count}`}${extension}`;
    if (!taken.has(file)) return file;
  }
}

/** The roles that images play, as attributes; a role without an image is `no_selection`. */
function mediaRoles(media: readonly MediaEntry[]): Fields {
  const roles = ['image', 'small_image', 'swatch_image', 'thumbnail'];
  if (media.length === 0) return {};
  return Object.fromEntries(
    roles.map((role) => [role, media.find((entry) => entry.types.includes(role))?.file ?? 'no_selection']),
  );
}

/** The catalogue of a seed. Each has its own; closing over a Map keeps the products from being changed from outside. */
export function createCatalogue(seed: Seed): Catalogue {
  const products = new Map(seed.products.map((product) => [product.sku, readSeedProduct(seed, product)]));
  let nextProductId = Math.max(0, ...seed.products.map(({ id }) => id)) + 1;
  let nextMediaId = Math.max(0, ...[...products.values()].flatMap(({ media }) => media.map(({ id }) => id))) + 1;

  const get = (sku: string): Product => {
    const product = products.get(sku);
    if (!product) throw notFound();
    return product;
  };

  const storeMedia = (inputs: readonly MediaInput[], present: readonly MediaEntry[]): MediaEntry[] => {
    const taken = new Set([...products.values()].flatMap(({ media }) => media.map(({ file }) => file)));
    return inputs.flatMap(({ id, entry, fileName }): MediaEntry[] => {
      const kept = present.find((candidate) => candidate.id === id);
      if (kept) return [{ ...kept, ...entry }];
      if (fileName === null) return [];
      const file = chooseFile(fileName, taken);
      taken.add(file);
      return [{ id: nextMediaId++, ...entry, file }];
    });
  };

  const create = (sku: string, name: unknown, time: string): Product => {
    if (typeof name !== 'string' || name === '') {
      throw refuseInput('The "Product Name" attribute value is empty. Set the attribute and try again.');
    }
    return {
      id: nextProductId++,
      sku,
      values: defaultAttributes,
      storeValues: new Map(),
      websiteIds: [1],
      stock: noStock,
      media: [],
      productLinks: [],
      options: [],
      tierPrices: [],
      createdAt: time,
      updatedAt: time,
    };
  };

  const save = ({ sku, input, storeId, time }: SaveOptions): Product => {
    const present = products.get(sku);
    const base = present ?? create(sku, input.values['name'], time);
    const name = input.values['name'];
    // A changed name makes a new URL key unless the call brings one.
    const key =
      typeof name === 'string' && name !== productValues(base, storeId)['name'] ? { url_key: toUrlKey(name) } : {};
    const media = input.media ? storeMedia(input.media, base.media) : base.media;
    const values = { ...key, ...input.values, ...(input.media && mediaRoles(media)) };
    const isScoped = (code: string): boolean =>
      present !== undefined && storeId !== 0 && storeScopedAttributes.includes(code);
    const entries = Object.entries(values);
    const scoped = Object.fromEntries(entries.filter(([code]) => isScoped(code)));
    const product: Product = {
      ...base,
      values: { ...base.values, ...Object.fromEntries(entries.filter(([code]) => !isScoped(code))) },
      storeValues: new Map([...base.storeValues, [storeId, { ...base.storeValues.get(storeId), ...scoped }]]),
      websiteIds: input.websiteIds ?? base.websiteIds,
      stock: readStock(input.stockItem, base.stock),
      media,
      productLinks: input.productLinks ?? base.productLinks,
      options: input.options ?? base.options,
      tierPrices: input.tierPrices ?? base.tierPrices,
      updatedAt: time,
    };
    products.set(sku, product);
    return product;
  };

  return {
    list: () => [...products.values()],
    get,
    has: (sku) => products.has(sku),
    save,
    setStock: (sku, stockItem) => {
      const product = get(sku);
      const changed = { ...product, stock: readStock(stockItem, product.stock) };
      products.set(sku, changed);
      return changed;
    },
    remove: (sku) => {
      if (!products.delete(sku)) throw notFound();
    },
  };
}
