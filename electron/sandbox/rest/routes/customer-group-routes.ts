import { readInteger } from '../arguments.ts';
import { noSuchEntity } from '../rest-fault.ts';
import type { Route } from '../route.ts';
import { readSearchCriteria } from '../search-criteria.ts';
import { searchEntities } from '../search-entities.ts';

const searchableFields: readonly string[] = ['id', 'code', 'tax_class_id', 'customer_group_id', 'customer_group_code'];

/** Customer groups: search, and one by id. */
export const customerGroupRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/V1/customerGroups/search',
    handle: ({ state, input }) =>
      searchEntities(readSearchCriteria(input), {
        entities: state.seed.customerGroups,
        read: (group, field) => {
          const value = group[field.replace('customer_group_', '')];
          return value === undefined ? [] : [String(value)];
        },
        isKnownField: (field) => searchableFields.includes(field),
        render: (group) => group,
      }),
  },
  {
    method: 'GET',
    pattern: '/V1/customerGroups/:id',
    handle: ({ state, input }) => {
      const id = readInteger(input['id']);
      const group = state.seed.customerGroups.find((candidate) => candidate.id === id);
      if (!group) throw noSuchEntity('id', id);
      return group;
    },
  },
];
