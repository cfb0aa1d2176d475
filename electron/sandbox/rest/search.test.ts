import { describe, expect, it } from 'vitest';
import { filterFields } from './filter-fields.ts';
import { matchesFilter } from './match-conditions.ts';
import { parsePhpQuery } from './parse-php-query.ts';
import { readSearchCriteria } from './search-criteria.ts';
import { searchEntities } from './search-entities.ts';

const conditionCases: readonly (readonly [
  type: string,
  present: readonly string[],
  wanted: string,
  matches: boolean,
])[] = [
  ['eq', ['Harbour'], 'harbour', true],
  ['eq', ['9.90'], '9.9', true],
  ['eq', [], '', false],
  ['neq', ['a'], 'b', true],
  ['neq', [], 'b', false],
  ['gt', ['10'], '9', true],
  ['gteq', ['9'], '9', true],
  ['moreq', ['9'], '9', true],
  ['from', ['2026-01-05'], '2026-01-01', true],
  ['to', ['2026-01-05'], '2026-01-01', false],
  ['lt', ['9'], '10', true],
  ['lteq', ['10'], '10', true],
  ['like', ['MUG-001'], 'mug-%', true],
  ['like', ['MUG-001'], 'mug-00_', true],
  ['like', ['MUG.001'], 'MUG-001', false],
  ['nlike', ['MUG-001'], '%002', true],
  ['in', ['b'], 'a, b,c', true],
  ['nin', ['b'], 'a,b', false],
  ['nin', [], 'a,b', false],
  ['finset', ['3,4,7'], '4', true],
  ['nfinset', ['3,4,7'], '5', true],
  ['null', [], '', true],
  ['notnull', ['x'], '', true],
  ['nosuch', ['x'], 'x', true],
];

describe('condition types', () => {
  it.each(conditionCases)('%s of %j and "%s"', (conditionType, present, value, expected) => {
    expect(matchesFilter(present, { field: 'x', value, conditionType })).toBe(expected);
  });
});

interface Thing {
  readonly sku: string;
  readonly price: string;
}
const things: readonly Thing[] = [
  { sku: 'a', price: '10' },
  { sku: 'b', price: '9' },
  { sku: 'c', price: '100' },
];

function search(query: string) {
  return searchEntities(readSearchCriteria(parsePhpQuery(query)), {
    entities: things,
    read: (thing, field) => [thing[field as keyof Thing]],
    isKnownField: (field) => ['sku', 'price'].includes(field),
    render: ({ sku }) => sku,
  });
}

describe('searchCriteria', () => {
  it('joins groups by AND, filters of a group by OR, in snake or camel case, from any index', () => {
    const query = [
      'searchCriteria[filter_groups][10][filters][0][field]=sku',
      'searchCriteria[filter_groups][10][filters][0][value]=a',
      'searchCriteria[filter_groups][10][filters][1][field]=sku',
      'searchCriteria[filter_groups][10][filters][1][value]=c',
      'searchCriteria%5Bfilter_groups%5D%5B12%5D%5Bfilters%5D%5B0%5D%5Bfield%5D=price',
      'searchCriteria[filter_groups][12][filters][0][conditionType]=gt',
      'searchCriteria[filter_groups][12][filters][0][value]=50',
    ].join('&');
    expect(search(query)).toEqual({
      items: ['c'],
      total_count: 1,
      search_criteria: {
        filter_groups: [
          {
            filters: [
              { field: 'sku', value: 'a', condition_type: 'eq' },
              { field: 'sku', value: 'c', condition_type: 'eq' },
            ],
          },
          { filters: [{ field: 'price', value: '50', condition_type: 'gt' }] },
        ],
      },
    });
  });

  it.each([
    ['searchCriteria=', ['a', 'b', 'c']],
    ['searchCriteria', ['a', 'b', 'c']],
    ['search_criteria[page_size]=0', ['a', 'b', 'c']],
    ['searchCriteria[filterGroups][0][filters][0][field]=sku&searchCriteria[pageSize]=', []],
    ['searchCriteria[pageSize]=2', ['a', 'b']],
    ['searchCriteria[pageSize]=2&searchCriteria[currentPage]=2', ['c']],
    ['searchCriteria[pageSize]=2&searchCriteria[currentPage]=9', ['c']],
    ['searchCriteria[sortOrders][0][field]=price', ['b', 'a', 'c']],
    ['searchCriteria[sortOrders][0][field]=price&searchCriteria[sortOrders][0][direction]=desc', ['c', 'a', 'b']],
  ])('%s', (query, items) => {
    expect(search(query).items).toEqual(items);
  });

  it('refuses to do without, and an unknown field', () => {
    expect(() => search('fields=items')).toThrow('is required');
    expect(() => search('searchCriteria[sortOrders][0][field]=nosuch')).toThrow('attribute name is invalid');
  });
});

describe('the fields parameter', () => {
  const value = { items: [{ sku: 'a', name: 'A', tags: ['x'] }], total_count: 1 };
  it.each([
    ['items[sku,name],total_count', { items: [{ sku: 'a', name: 'A' }], total_count: 1 }],
    ['total_count', { total_count: 1 }],
    ['items[tags]', { items: [{ tags: ['x'] }] }],
    ['nosuch', {}],
    ['constructor', {}],
    ['items[sku', []],
    ['items sku', []],
    ['', []],
  ])('%s', (fields, expected) => {
    expect(filterFields(value, fields)).toEqual(expected);
  });

  it('filters each member of a list, and leaves a bare value alone', () => {
    expect(filterFields([{ id: 1, code: 'x' }], 'code')).toEqual([{ code: 'x' }]);
    expect(filterFields('token', 'code')).toBe('token');
  });
});

describe('a query as PHP reads it', () => {
  it.each([
    ['a=1&a=2', { a: '2' }],
    ['a[]=1&a[]=2', { a: { 0: '1', 1: '2' } }],
    ['a[x][y]=1&a[x][z]=b+c', { a: { x: { y: '1', z: 'b c' } } }],
    ['a.b=1&c%20d=2&flag', { a_b: '1', c_d: '2', flag: '' }],
    ['e=caf%C3%A9&=x', { e: 'café' }],
  ])('%s', (query, expected) => {
    expect(JSON.parse(JSON.stringify(parsePhpQuery(query)))).toEqual(expected);
  });
});
