import { defaultAdmins, defaultCustomers, defaultIntegrations } from './default-accounts.ts';
import { type ProductLine, productLines } from './default-products.ts';
import type { Seed, SeedCategory, SeedProduct, SeedStore } from './seed.ts';
import { toUrlKey } from '../data/product.ts';

const baseUrl = 'http://127.0.0.1/';
const createdAt = '2026-01-05 08:00:00';

const modules = [
  'Store Config Backend Theme Variable Search Eav Customer AdminNotification User Authorization Directory Security',
  'Indexer Cms Catalog CatalogInventory CatalogRule CatalogSearch CatalogUrlRewrite Quote SalesSequence Payment Sales',
  'SalesRule Checkout CheckoutAgreements Integration Tax Shipping OfflineShipping OfflinePayments GraphQl Inventory',
  'InventoryApi Bundle ConfigurableProduct Downloadable GroupedProduct GiftMessage Newsletter Reports Review Rss',
  'SendFriend Sitemap Swatches UrlRewrite Vault Version Webapi WebapiAsync Weee Widget Wishlist',
].flatMap((line) => line.split(' ').map((name) => `Magento_${name}`));

const stores: readonly SeedStore[] = [
  { id: 1, code: 'default', name: 'Default Store View', website_id: 1, store_group_id: 1, is_active: 1 },
  { id: 0, code: 'admin', name: 'Admin', website_id: 0, store_group_id: 0, is_active: 1 },
  { id: 2, code: 'fr', name: 'French', website_id: 1, store_group_id: 1, is_active: 1 },
];

const storeConfig = (id: number, code: string, locale: string): Seed['storeConfigs'][number] => ({
  id,
  code,
  website_id: 1,
  locale,
  base_currency_code: 'USD',
  default_display_currency_code: 'USD',
  timezone: 'UTC',
  weight_unit: 'kgs',
  base_url: baseUrl,
  base_link_url: baseUrl,
  base_static_url: `${baseUrl}static/version1767600000/`,
  base_media_url: `${baseUrl}media/`,
  secure_base_url: baseUrl,
  secure_base_link_url: baseUrl,
  secure_base_static_url: `${baseUrl}static/version1767600000/`,
  secure_base_media_url: `${baseUrl}media/`,
});

/** A category with its place: parent, level and position among its siblings. */
const category = (
  id: number,
  [name, parentId, level, position]: readonly [string, number, number, number],
  children: readonly SeedCategory[] = [],
): SeedCategory => ({
  id,
  parent_id: parentId,
  name,
  is_active: true,
  position,
  level,
  product_count: 0,
  children_data: children,
});

const categories = category(
  2,
  ['Default Category', 1, 1, 1],
  [
    category(
      3,
      ['Bags', 2, 2, 1],
      [category(4, ['Travel', 3, 3, 1]), category(5, ['Backpacks', 3, 3, 2]), category(6, ['Everyday', 3, 3, 3])],
    ),
    category(7, ['Kitchen', 2, 2, 2], [category(8, ['Mugs', 7, 3, 1]), category(9, ['Coffee and tea', 7, 3, 2])]),
    category(10, ['Stationery', 2, 2, 3], [category(11, ['Notebooks', 10, 3, 1]), category(12, ['Pens', 10, 3, 2])]),
  ],
);

function buildProduct(line: ProductLine, index: number): SeedProduct {
  const [sku, name, frenchName, price, weight, quantity, categoryIds] = line;
  const attributes: Readonly<Record<string, unknown>> = {
    description: `${name}, one of the things that the sandbox sells. It has no weight in the real world.`,
    options_container: 'container2',
    msrp_display_actual_price_type: '0',
    url_key: toUrlKey(name),
    required_options: '0',
    has_options: '0',
    tax_class_id: '2',
    category_ids: categoryIds.map(String),
  };
  const frenchValues = { name: frenchName, url_key: toUrlKey(frenchName) };
  return {
    id: index + 1,
    sku,
    name,
    attribute_set_id: 4,
    price,
    status: 1,
    visibility: 4,
    type_id: 'simple',
    created_at: createdAt,
    updated_at: createdAt,
    weight,
    extension_attributes: {
      website_ids: [1],
      stock_item: { qty: quantity, is_in_stock: quantity !== null && quantity > 0 },
    },
    product_links: [],
    options: [],
    media_gallery_entries: [],
    tier_prices: [],
    custom_attributes: Object.entries(attributes).map(([code, value]) => ({ attribute_code: code, value })),
    ...(frenchName !== '' && { store_values: { fr: frenchValues } }),
  };
}

/** The data of a sandbox that was given none: the same at every start. */
export function defaultSeed(): Seed {
  return {
    baseUrl,
    stores,
    storeConfigs: [storeConfig(1, 'default', 'en_US'), storeConfig(2, 'fr', 'fr_FR')],
    websites: [
      { id: 0, code: 'admin', name: 'Admin', default_group_id: 0 },
      { id: 1, code: 'base', name: 'Main Website', default_group_id: 1 },
    ],
    storeGroups: [
      { id: 0, website_id: 0, root_category_id: 0, default_store_id: 0, name: 'Default', code: 'default' },
      {
        id: 1,
        website_id: 1,
        root_category_id: 2,
        default_store_id: 1,
        name: 'Main Store',
        code: 'main_website_store',
      },
    ],
    currency: {
      base_currency_code: 'USD',
      base_currency_symbol: '$',
      default_display_currency_code: 'USD',
      default_display_currency_symbol: '$',
      available_currency_codes: ['USD'],
      exchange_rates: [{ currency_to: 'USD', rate: 1 }],
    },
    customerGroups: ['NOT LOGGED IN', 'General', 'Wholesale', 'Retailer'].map((code, id) => ({
      id,
      code,
      tax_class_id: 3,
      tax_class_name: 'Retail Customer',
    })),
    categories,
    modules,
    admins: defaultAdmins,
    integrations: defaultIntegrations,
    customers: defaultCustomers,
    products: productLines.map(buildProduct),
    config: {
      'oauth/consumer/enable_integration_as_bearer': false,
      'webapi/jwtauth/admin_expiration': 60,
      'webapi/jwtauth/customer_expiration': 60,
      'oauth/consumer/expiration_period': 300,
    },
  };
}
