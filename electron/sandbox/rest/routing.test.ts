import { describe, expect, it } from 'vitest';
import { defaultSeed } from '../seed/default-seed.ts';
import { matchRoute } from './match-route.ts';
import { resolveStore } from './resolve-store.ts';
import { selectRenderer } from './select-renderer.ts';

type Match = readonly [method: string, path: string, pattern?: string, parameters?: Readonly<Record<string, string>>];
const matches: readonly Match[] = [
  ['GET', '/V1/customers/search', '/V1/customers/search', {}],
  ['GET', '/V1/customers/me', '/V1/customers/me', {}],
  ['GET', '/V1/customers/7', '/V1/customers/:customerId', { customerId: '7' }],
  ['GET', '/V1/products/A%2FB+%C3%A9%2B1', '/V1/products/:sku', { sku: 'A/B é+1' }],
  ['GET', '/V1/products/attributes', '/V1/products/attributes', {}],
  ['GET', '/V1/store/storeConfigs/', '/V1/store/storeConfigs', {}],
  ['GET', '/V1/Store/StoreConfigs'],
  ['GET', '/V1//store/storeConfigs'],
  ['GET', '/V1'],
  ['POST', '/V1/store/storeConfigs'],
];

describe('matching a route', () => {
  it.each(matches.map((match) => [`${match[0]} ${match[1]}`, match] as const))(
    '%s',
    (_, [method, path, pattern, parameters]) => {
      const match = matchRoute(method, path);
      expect({ pattern: match?.fact.pattern, parameters: match?.parameters }).toEqual({ pattern, parameters });
    },
  );
});

describe('the store of a path', () => {
  it.each([
    ['/V1/modules', 'default', '/V1/modules'],
    ['//V1/modules', 'default', '/V1/modules'],
    ['/fr/V1/modules', 'fr', '/V1/modules'],
    ['/all/V1/modules', 'admin', '/V1/modules'],
    ['/nope/V1/modules', 'default', '/nope/V1/modules'],
    ['', 'default', '/'],
  ])('%s', (path, code, rest) => {
    const resolved = resolveStore(defaultSeed(), path);
    expect([resolved.store.code, resolved.path]).toEqual([code, rest]);
  });
});

describe('choosing a renderer', () => {
  it.each([
    [undefined, 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
    ['application/*', 'application/json; charset=utf-8'],
    ['text/*', 'application/xml; charset=utf-8'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'application/xml; charset=utf-8'],
    ['application/xml;q=0.5, application/json', 'application/json; charset=utf-8'],
    ['text/html', undefined],
  ])('%s', (accept, contentType) => {
    expect(selectRenderer(accept)?.contentType).toBe(contentType);
  });
});
