import { expect, test } from 'vitest';
import type { Collection } from '#shared/domain/collection/collection.ts';
import { rowKey, visibleRows } from './collection-rows.ts';

const collections: Collection[] = [
  {
    id: 'start',
    name: 'Getting started',
    directory: '/c/start',
    problems: [],
    nodes: [
      { kind: 'request', path: 'products.yml', name: 'Products by filter', method: 'GET' },
      {
        kind: 'folder',
        path: 'orders',
        name: 'Orders',
        children: [{ kind: 'request', path: 'orders/ship.yml', name: 'Ship', method: 'POST' }],
      },
    ],
  },
  { id: 'erp', name: 'ERP export', directory: '/c/erp', problems: [], nodes: [] },
];

test.each([
  [
    'all open',
    new Set<string>(),
    '',
    ['0 Getting started', '1 Products by filter', '1 Orders', '2 Ship', '0 ERP export'],
  ],
  [
    'closed folder',
    new Set([rowKey('start', 'orders')]),
    '',
    ['0 Getting started', '1 Products by filter', '1 Orders', '0 ERP export'],
  ],
  ['closed collection', new Set([rowKey('start', '')]), '', ['0 Getting started', '0 ERP export']],
  [
    'a filter opens the way to its match',
    new Set([rowKey('start', '')]),
    'ship',
    ['0 Getting started', '1 Orders', '2 Ship'],
  ],
  ['a folder that matches shows all of it', new Set<string>(), 'ORDERS', ['0 Getting started', '1 Orders', '2 Ship']],
  ['nothing', new Set<string>(), 'xyz', []],
])('%s', (_, closed, filter, expected) => {
  expect(visibleRows(collections, { closed, filter }).map(({ depth, name }) => `${depth} ${name}`)).toEqual(expected);
});
