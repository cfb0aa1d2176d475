// The accounts of a fresh sandbox. Passwords, keys and tokens are constants that anybody may know: they open nothing
// but a sandbox on the loopback interface.
import type { Seed } from './seed.ts';

const everything = ['Magento_Backend::all'];
const catalogueOnly = [
  'Magento_Catalog::catalog',
  'Magento_Catalog::catalog_inventory',
  'Magento_Catalog::products',
  'Magento_Catalog::categories',
];

export const defaultAdmins: Seed['admins'] = [
  { username: 'admin', password: 'Sandbox123!', resources: everything, active: true },
  { username: 'catalog', password: 'Sandbox123!', resources: catalogueOnly, active: true },
  { username: 'former', password: 'Sandbox123!', resources: everything, active: false },
];

export const defaultIntegrations: Seed['integrations'] = [
  {
    name: 'Lodestone demo',
    consumerId: 1,
    consumerKey: 'lodestonedemoconsumerkey00000001',
    consumerSecret: 'lodestonedemoconsumersecret00001',
    active: true,
    accessToken: 'lodestonedemoaccesstoken00000001',
    accessTokenSecret: 'lodestonedemotokensecret00000001',
    resources: everything,
  },
  {
    name: 'Catalog only',
    consumerId: 2,
    consumerKey: 'lodestonecatalogconsumerkey00002',
    consumerSecret: 'lodestonecatalogconsumersecret02',
    active: true,
    accessToken: 'lodestonecatalogaccesstoken00002',
    accessTokenSecret: 'lodestonecatalogtokensecret00002',
    resources: catalogueOnly,
  },
];

const customer = (
  id: number,
  [email, firstname, lastname]: readonly [string, string, string],
  addresses: readonly unknown[] = [],
): Seed['customers'][number] => ({
  id,
  group_id: 1,
  created_at: '2026-01-05 08:00:00',
  updated_at: '2026-01-05 08:00:00',
  created_in: 'Default Store View',
  email,
  firstname,
  lastname,
  store_id: 1,
  website_id: 1,
  addresses,
  disable_auto_group_change: 0,
  extension_attributes: { is_subscribed: false },
  password: 'Sandbox123!',
});

const texanAddress = {
  id: 1,
  customer_id: 2,
  region: { region_code: 'TX', region: 'Texas', region_id: 57 },
  region_id: 57,
  country_id: 'US',
  street: ['12 Quarry Road'],
  telephone: '555 0101',
  postcode: '78701',
  city: 'Austin',
  firstname: 'Ben',
  lastname: 'Okafor',
};

export const defaultCustomers: Seed['customers'] = [
  customer(1, ['jane@example.com', 'Jane', 'Moreau']),
  customer(2, ['ben@example.com', 'Ben', 'Okafor'], [texanAddress]),
  customer(3, ['zoe@example.com', 'Zoë', 'Lindqvist']),
];
