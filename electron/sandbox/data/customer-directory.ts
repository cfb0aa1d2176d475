import { asFields, asList, type Fields } from '../rest/arguments.ts';
import { noSuchEntity, refuseInput } from '../rest/rest-fault.ts';
import type { Seed, SeedCustomer, SeedStore } from '../seed/seed.ts';
import type { Customer } from './customer.ts';
import { renderAddress } from './customer-address.ts';

/** The customers of a sandbox, in memory. */
export interface CustomerDirectory {
  list(): readonly Customer[];
  /** The customer with this id; 404 where there is none. */
  get(id: number): Customer;
  find(email: string): Customer | undefined;
  create(entity: Fields, password: string, context: { readonly store: SeedStore; readonly time: string }): Customer;
  update(id: number, entity: Fields, time: string): Customer;
}

function readSeedCustomer({ password, ...fields }: SeedCustomer): Customer {
  return { fields, id: fields.id, email: fields.email, password };
}

/** The customers of a seed; addresses get ids as they are stored. */
export function createCustomerDirectory(seed: Seed): CustomerDirectory {
  const customers = new Map(seed.customers.map((customer) => [customer.id, readSeedCustomer(customer)]));
  const seedAddresses = seed.customers.flatMap((customer) => asList(customer['addresses']).map(asFields));
  let nextId = Math.max(0, ...customers.keys()) + 1;
  let nextAddressId = Math.max(0, ...seedAddresses.map((address) => Number(address['id'] ?? 0))) + 1;

  const find = (email: string): Customer | undefined =>
    [...customers.values()].find((customer) => customer.email.toLowerCase() === email.toLowerCase());
  const store = (id: number, password: string, fields: Fields): Customer => {
    const addresses = asList(fields['addresses'])
      .map(asFields)
      .map((address) => renderAddress(Number(address['id'] ?? nextAddressId++), id, address));
    const customer = { id, password, email: String(fields['email']), fields: { ...fields, addresses } };
    customers.set(id, customer);
    return customer;
  };
  const refuseTaken = (email: string, id: number | null): void => {
    const owner = find(email);
    if (!owner || owner.id === id) return;
    throw refuseInput('A customer with the same email address already exists in an associated website.');
  };
  const get = (id: number): Customer => {
    const customer = customers.get(id);
    if (!customer) throw noSuchEntity('customerId', id);
    return customer;
  };

  return {
    list: () => [...customers.values()],
    get,
    find,
    create: (entity, password, { store: view, time }) => {
      refuseTaken(String(entity['email']), null);
      const id = nextId++;
      const { email, firstname, lastname, addresses, extension_attributes: extension, ...rest } = entity;
      return store(id, password, {
        id,
        group_id: 1,
        created_at: time,
        updated_at: time,
        created_in: view.name,
        email,
        firstname,
        lastname,
        store_id: view.id,
        website_id: view.website_id,
        ...rest,
        addresses: asList(addresses),
        disable_auto_group_change: 0,
        extension_attributes: { is_subscribed: false, ...asFields(extension) },
      });
    },
    update: (id, entity, time) => {
      const present = get(id);
      refuseTaken(String(entity['email']), id);
      return store(id, present.password, { ...present.fields, ...entity, id, updated_at: time });
    },
  };
}
