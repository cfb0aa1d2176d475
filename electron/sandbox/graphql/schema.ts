// The types that the sandbox knows, as tables: a field is a value read from its parent or a type with fields of its own.
import { identifyCaller } from '../access/identify-caller.ts';
import { isConfigOn } from '../data/sandbox-state.ts';
import { readStoreConfigs } from '../data/store-configs.ts';
import type { SandboxRequest } from '../message.ts';
import { asFields, type Fields } from '../rest/arguments.ts';
import { RestFault } from '../rest/rest-fault.ts';
import type { SandboxContext } from '../sandbox-context.ts';
import type { SeedStore } from '../seed/seed.ts';
import { signIn } from '../tokens/sign-in.ts';

/** An error of one field, which leaves the rest of the answer standing. */
export class GraphqlFieldError extends Error {
  readonly category: string;

  constructor(message: string, category: string) {
    super(message);
    this.name = 'GraphqlFieldError';
    this.category = category;
  }
}

export interface GraphqlCall extends SandboxContext {
  readonly request: SandboxRequest;
  readonly store: SeedStore;
}

export interface RootField {
  readonly type: string;
  resolve(call: GraphqlCall, input: Fields): unknown;
}

/** The scalar fields of each type. */
export const objectTypes: Readonly<Record<string, readonly string[]>> = {
  StoreConfig: [
    'id',
    'code',
    'store_code',
    'store_name',
    'store_group_code',
    'is_default_store',
    'website_id',
    'website_code',
    'locale',
    'base_currency_code',
    'default_display_currency_code',
    'timezone',
    'weight_unit',
    'base_url',
    'base_link_url',
    'base_static_url',
    'base_media_url',
    'secure_base_url',
    'secure_base_link_url',
    'secure_base_static_url',
    'secure_base_media_url',
    'use_store_in_url',
  ],
  Customer: ['id', 'email', 'firstname', 'lastname', 'group_id', 'created_at', 'is_subscribed', 'date_of_birth'],
  CustomerToken: ['token'],
};

function renderStoreConfig(call: GraphqlCall, store: SeedStore): Fields {
  const { seed } = call.state;
  const config = readStoreConfigs(call).find(({ code }) => code === store.code) ?? {};
  const group = seed.storeGroups.find(({ id }) => id === store.store_group_id);
  return {
    ...config,
    store_code: store.code,
    store_name: store.name,
    store_group_code: group?.code ?? null,
    is_default_store: group?.['default_store_id'] === store.id,
    website_code: seed.websites.find(({ id }) => id === store.website_id)?.code ?? null,
    use_store_in_url: isConfigOn(call.state, 'web/url/use_store'),
  };
}

function requireCustomer(call: GraphqlCall): Fields {
  // A wrong signature makes a guest here, not an error.
  try {
    const { caller } = identifyCaller(call.request, call);
    if (caller.kind === 'customer') {
      const { fields } = call.state.customers.get(caller.customerId);
      return { ...fields, is_subscribed: asFields(fields['extension_attributes'])['is_subscribed'] ?? false };
    }
  } catch (error) {
    if (!(error instanceof RestFault)) throw error;
  }
  throw new GraphqlFieldError("The current customer isn't authorized.", 'graphql-authorization');
}

function generateToken(call: GraphqlCall, input: Fields): Fields {
  try {
    const [username, password] = [String(input['email'] ?? ''), String(input['password'] ?? '')];
    return { token: signIn(call.state, { userType: 'customer', username, password, nowMs: call.nowMs }) };
  } catch (error) {
    if (error instanceof RestFault) throw new GraphqlFieldError(error.message, 'graphql-authentication');
    throw error;
  }
}

export const rootTypes: Readonly<Record<'query' | 'mutation', Readonly<Record<string, RootField>>>> = {
  query: {
    storeConfig: { type: 'StoreConfig', resolve: (call) => renderStoreConfig(call, call.store) },
    availableStores: {
      type: 'StoreConfig',
      resolve: (call) =>
        call.state.seed.stores.filter(({ id }) => id !== 0).map((store) => renderStoreConfig(call, store)),
    },
    customer: { type: 'Customer', resolve: requireCustomer },
  },
  mutation: {
    generateCustomerToken: { type: 'CustomerToken', resolve: generateToken },
  },
};
