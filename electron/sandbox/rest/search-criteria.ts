// Magento's searchCriteria: groups are joined by AND, the filters of a group by OR.
import { asFields, type Fields, toSnakeCase } from './arguments.ts';
import { refuseMissing } from './rest-fault.ts';

export interface SearchFilter {
  readonly field: string;
  readonly value: string;
  readonly conditionType: string;
}
export interface SortOrder {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}
export interface SearchCriteria {
  readonly groups: readonly (readonly SearchFilter[])[];
  readonly sortOrders: readonly SortOrder[];
  /** Null and 0 mean no limit. */
  readonly pageSize: number | null;
  readonly currentPage: number | null;
}

/** The members of a PHP array by ascending index, whatever its indexes are. */
function listMembers(value: unknown): Fields[] {
  return (Array.isArray(value) ? value : Object.values(asFields(value))).map(snakeNames);
}

function snakeNames(value: unknown): Fields {
  return Object.fromEntries(Object.entries(asFields(value)).map(([name, member]) => [toSnakeCase(name), member]));
}

const readNumber = (value: unknown): number | null => (value === undefined || value === '' ? null : Number(value) || 0);

/** Reads the criteria from `searchCriteria` or `search_criteria`; 400 where both are missing. */
export function readSearchCriteria(input: Fields): SearchCriteria {
  const given = input['searchCriteria'] ?? input['search_criteria'];
  if (given === undefined) throw refuseMissing(['searchCriteria']);
  const criteria = snakeNames(given);
  return {
    groups: listMembers(criteria['filter_groups']).map((group) =>
      listMembers(group['filters']).map((filter) => ({
        field: String(filter['field'] ?? ''),
        value: String(filter['value'] ?? ''),
        conditionType: String(filter['condition_type'] ?? 'eq'),
      })),
    ),
    sortOrders: listMembers(criteria['sort_orders']).map((order) => ({
      field: String(order['field'] ?? ''),
      direction: String(order['direction'] ?? 'ASC').toUpperCase() === 'DESC' ? 'DESC' : 'ASC',
    })),
    pageSize: readNumber(criteria['page_size']),
    currentPage: readNumber(criteria['current_page']),
  };
}

/** The criteria as Magento repeats them in its answer. */
export function formatSearchCriteria(criteria: SearchCriteria): Fields {
  return {
    filter_groups: criteria.groups.map((filters) => ({
      filters: filters.map(({ field, value, conditionType }) => ({ field, value, condition_type: conditionType })),
    })),
    ...(criteria.sortOrders.length > 0 && { sort_orders: criteria.sortOrders }),
    ...(criteria.pageSize !== null && { page_size: criteria.pageSize }),
    ...(criteria.currentPage !== null && { current_page: criteria.currentPage }),
  };
}
