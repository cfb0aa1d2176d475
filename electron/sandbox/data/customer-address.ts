import { asFields, type Fields } from '../rest/arguments.ts';
import { listRegions } from './countries.ts';

const order = [
  'id',
  'customer_id',
  'region',
  'region_id',
  'country_id',
  'street',
  'company',
  'telephone',
  'fax',
  'postcode',
  'city',
  'firstname',
  'lastname',
] as const;

function readRegion(address: Fields): Fields {
  const given = asFields(address['region']);
  const id = Number(address['region_id'] ?? given['region_id'] ?? 0);
  const known = listRegions().find((region) => Number(region.id) === id);
  return {
    region_code: known?.code ?? given['region_code'] ?? null,
    region: known?.name ?? given['region'] ?? null,
    region_id: id,
  };
}

/** An address as the API returns it: its region by name, its fields in Magento's order. */
export function renderAddress(id: number, customerId: number, address: Fields): Fields {
  const region = readRegion(address);
  const fields: Fields = { ...address, id, customer_id: customerId, region, region_id: region['region_id'] };
  const names: readonly string[] = order;
  const rest = Object.keys(fields).filter((name) => !names.includes(name));
  return Object.fromEntries(
    [...order, ...rest].flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  );
}
