// The tour of the first start: eight requests that each teach one thing. The sandbox answers them as the notes say.
import type { Parameter, Request } from '#shared/domain/http/request.ts';
import { defaultSettings } from '#shared/domain/settings/settings.ts';

/** A request and what it is called. */
export interface NamedRequest {
  readonly name: string;
  readonly request: Request;
}

/** One filter of a product search; each stands in a group of its own, so all of them must hold. */
type Filter = readonly [field: string, condition: string, value: string];

const restUrl = (path: string): string => `{{base}}/rest/{{store}}/V1/${path}`;

function request(sendAs: string, path: string, rest: Partial<Request> & Pick<Request, 'notes'>): Request {
  return {
    method: 'GET',
    url: restUrl(path),
    parameters: [],
    headers: [],
    body: { kind: 'none' },
    sendAs,
    isExact: false,
    timeoutMs: defaultSettings.defaultTimeoutMs,
    ...rest,
  };
}

const row = (name: string, value: string, isEnabled = true): Parameter => ({ name, value, isEnabled });

function filterGroups(filters: readonly Filter[]): Parameter[] {
  return filters.flatMap(([field, condition, value], group) => {
    const prefix = `searchCriteria[filter_groups][${group}][filters][0]`;
    return [
      row(`${prefix}[field]`, field),
      row(`${prefix}[value]`, value),
      row(`${prefix}[condition_type]`, condition),
    ];
  });
}

const threeFilters: readonly Filter[] = [
  ['price', 'gteq', '10'],
  ['type_id', 'eq', 'simple'],
  ['name', 'like', '%25Mug%25'],
];

const twelveFilters: readonly Filter[] = [
  ...threeFilters,
  ['price', 'lteq', '1000'],
  ['price', 'neq', '0'],
  ['status', 'eq', '1'],
  ['visibility', 'neq', '1'],
  ['attribute_set_id', 'gteq', '1'],
  ['created_at', 'gteq', '2000-01-01'],
  ['updated_at', 'gteq', '2000-01-01'],
  ['name', 'neq', 'Nothing'],
  ['sku', 'neq', 'NOTHING'],
];

const tourProduct = {
  product: {
    sku: 'LODESTONE-TOUR',
    name: 'Lodestone tour mug',
    attribute_set_id: 4,
    price: 12.5,
    status: 1,
    visibility: 4,
    type_id: 'simple',
    weight: 1,
    extension_attributes: { stock_item: { qty: 10, is_in_stock: true } },
  },
};

export const sampleRequests: readonly NamedRequest[] = [
  {
    name: 'Store configuration',
    request: request('integration', 'store/storeConfigs', {
      notes:
        'The store’s currencies, locales and base URLs. The integration’s four keys sign the request with OAuth 1.0a: the Signature view shows every step.',
    }),
  },
  {
    name: 'Products by filter',
    request: request('integration', 'products', {
      parameters: [
        ...filterGroups(threeFilters),
        row('searchCriteria[pageSize]', '10'),
        row('searchCriteria[currentPage]', '2', false),
      ],
      notes:
        'Filters in different groups must all hold; filters in one group are alternatives. Switch the last row on to ask for the second page.',
    }),
  },
  {
    name: 'Twelve filter groups',
    request: request('integration', 'products', {
      parameters: [...filterGroups(twelveFilters), row('searchCriteria[pageSize]', '10')],
      notes:
        'From the eleventh group on most clients are refused: Magento sorts the parameters naturally (2 before 10) where RFC 5849 sorts by bytes. Lodestone signs in the order of the environment’s server profile.',
    }),
  },
  {
    name: 'One product',
    request: request('admin', 'products/24-MB01', {
      notes:
        'A product by its SKU, as an admin. Lodestone obtains the token with the user name and password on the first Send and keeps it until it expires.',
    }),
  },
  {
    name: 'Product with stock',
    request: request('admin', 'products', {
      method: 'POST',
      body: { kind: 'json', text: JSON.stringify(tourProduct, null, 2) },
      notes:
        'Creates a product and its stock item in one call. Sent again it changes the same product, since the SKU is the key.',
    }),
  },
  {
    name: 'My customer data',
    request: request('customer', 'customers/me', {
      notes:
        'What a shopper may see of their own account. Routes with “me” answer customers only: try it as the admin and see what Magento says.',
    }),
  },
  {
    name: 'A customer that does not exist',
    request: request('admin', 'customers/99999', {
      notes:
        'A 404 whose message has placeholders (%fieldName, %fieldValue). Lodestone fills them in and explains the answer; Magento leaves that to the reader.',
    }),
  },
  {
    name: 'Not allowed as guest',
    request: request('guest', 'customers/search', {
      parameters: [row('searchCriteria', '')],
      notes:
        'A guest may not search customers: 401, with the resource that is missing. Choose another identity and send again.',
    }),
  },
];
