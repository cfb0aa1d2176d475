import { compareValues, matchesFilter } from './match-conditions.ts';
import { refuseInput } from './rest-fault.ts';
import { formatSearchCriteria, type SearchCriteria } from './search-criteria.ts';

/** What can be searched: how to read a field of an entity, and which fields there are. */
export interface SearchableEntities<T> {
  readonly entities: readonly T[];
  /** The values of a field as texts; none means NULL. */
  read(entity: T, field: string): readonly string[];
  isKnownField(field: string): boolean;
  render(entity: T): unknown;
}

export interface SearchResult {
  readonly items: readonly unknown[];
  readonly search_criteria: unknown;
  readonly total_count: number;
}

/** Filters, sorts and pages. A page past the end repeats the last one, as collections of Magento 2.4.4 do. */
export function searchEntities<T>(criteria: SearchCriteria, source: SearchableEntities<T>): SearchResult {
  const fields = [...criteria.groups.flat(), ...criteria.sortOrders].map(({ field }) => field);
  const unknown = fields.find((field) => !source.isKnownField(field));
  if (unknown !== undefined) {
    throw refuseInput('The "%1" attribute name is invalid. Reset the name and try again.', [unknown]);
  }
  const found = source.entities.filter((entity) =>
    criteria.groups.every(
      (filters) =>
        filters.length === 0 || filters.some((filter) => matchesFilter(source.read(entity, filter.field), filter)),
    ),
  );
  const sorted = [...found].sort((left, right) => {
    for (const { field, direction } of criteria.sortOrders) {
      const order = compareValues(source.read(left, field)[0] ?? '', source.read(right, field)[0] ?? '');
      if (order !== 0) return direction === 'DESC' ? -order : order;
    }
    return 0;
  });
  return {
    items: takePage(sorted, criteria).map((entity) => source.render(entity)),
    search_criteria: formatSearchCriteria(criteria),
    total_count: found.length,
  };
}

function takePage<T>(entities: readonly T[], { pageSize, currentPage }: SearchCriteria): readonly T[] {
  if (pageSize === null || pageSize <= 0) return entities;
  const lastPage = Math.max(1, Math.ceil(entities.length / pageSize));
  const page = Math.min(Math.max(1, currentPage ?? 1), lastPage);
  return entities.slice((page - 1) * pageSize, page * pageSize);
}
