import { checkCustomer, checkPassword, type Customer, customerProperties } from '../../data/customer.ts';
import { type Fields, readEntity, readInteger, readText, requireArguments } from '../arguments.ts';
import { refuseMissing } from '../rest-fault.ts';
import type { Call, Route } from '../route.ts';
import { readSearchCriteria } from '../search-criteria.ts';
import { searchEntities } from '../search-entities.ts';

/** The customer who calls. An admin or an integration is nobody here: Magento misses an id then (400), not a right. */
function requireOwnId({ caller }: Call): number {
  if (caller.kind !== 'customer') throw refuseMissing(['customerId']);
  return caller.customerId;
}

const searchableFields: readonly string[] = ['entity_id', ...customerProperties];

function readField(customer: Customer, field: string): readonly string[] {
  const value = customer.fields[field === 'entity_id' ? 'id' : field];
  return value === undefined || value === null || typeof value === 'object' ? [] : [String(value)];
}

function updateCustomer({ state, input, time }: Call, id: number): Fields {
  const entity = readEntity(input, 'customer');
  checkCustomer(entity, state.nextReport);
  return state.customers.update(id, entity, time).fields;
}

/** Customers: their own data, search, one by id, create and change. */
export const customerRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/V1/customers/me',
    startsSession: true,
    handle: (call) => call.state.customers.get(requireOwnId(call)).fields,
  },
  {
    method: 'PUT',
    pattern: '/V1/customers/me',
    startsSession: true,
    handle: (call) => updateCustomer(call, requireOwnId(call)),
  },
  {
    method: 'GET',
    pattern: '/V1/customers/search',
    startsSession: true,
    handle: ({ state, input }) =>
      searchEntities(readSearchCriteria(input), {
        entities: state.customers.list(),
        read: readField,
        isKnownField: (field) => searchableFields.includes(field),
        render: (customer) => customer.fields,
      }),
  },
  {
    method: 'GET',
    pattern: '/V1/customers/:customerId',
    handle: ({ state, input }) => state.customers.get(readInteger(input['customerId'])).fields,
  },
  {
    method: 'PUT',
    pattern: '/V1/customers/:customerId',
    startsSession: true,
    handle: (call) => updateCustomer(call, readInteger(call.input['customerId'])),
  },
  {
    method: 'POST',
    pattern: '/V1/customers',
    startsSession: true,
    handle: ({ state, input, store, time }) => {
      const entity = readEntity(input, 'customer');
      checkCustomer(entity, state.nextReport);
      const password = input['password'] === undefined ? '' : readText(input['password']);
      if (password !== '') checkPassword(password);
      return state.customers.create(entity, password, { store, time }).fields;
    },
  },
  {
    method: 'POST',
    pattern: '/V1/customers/isEmailAvailable',
    startsSession: true,
    handle: ({ state, input }) => {
      requireArguments(input, ['customerEmail']);
      return state.customers.find(readText(input['customerEmail'])) === undefined;
    },
  },
];
