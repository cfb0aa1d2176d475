// Eleven requests of every day, typed as people type them, sent to a verifier of each generation: all are accepted, once with
// the generation's own profile at the first attempt, and once signed for 2.4.4 with the one retry that Lodestone allows itself.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSeed } from '#electron/sandbox/seed/default-seed.ts';
import { startSandbox, type RunningSandbox } from '#electron/sandbox/start-sandbox.ts';
import { parseQuery } from '#shared/domain/http/parameters.ts';
import { serverProfileIds } from '#shared/domain/oauth1/server-profile-id.ts';
import { createExchangeFixture, environmentAt, identityOf } from '../support/exchange-fixture.ts';

const filter = (group: number, index: number, [field, condition, value]: readonly [string, string, string]): string =>
  ['field', 'condition_type', 'value']
    .map((part, place) => {
      const name = `searchCriteria[filter_groups][${group}][filters][${index}][${part}]`;
      return `${name}=${[field, condition, value][place] ?? ''}`;
    })
    .join('&');
const groups = (count: number): string =>
  Array.from({ length: count }, (_, group) => filter(group, 0, ['price', 'gteq', String(group)])).join('&');
const filters = (count: number): string =>
  Array.from({ length: count }, (_, index) => filter(0, index, ['sku', 'eq', `24-MB${index}`])).join('&');
const one = (value: string): string => filter(0, 0, ['name', 'like', value]);

const everyday: readonly (readonly [what: string, path: string, query: string])[] = [
  ['store configuration', '/V1/store/storeConfigs', ''],
  ['three filter groups', '/V1/products', groups(3)],
  ['twelve filter groups', '/V1/products', groups(12)],
  ['twelve filters in a group', '/V1/products', filters(12)],
  ['a space', '/V1/products', one('Stoneware Mug')],
  ['a plus', '/V1/products', one('a%2Bb')],
  ['a date', '/V1/products', filter(0, 0, ['updated_at', 'from', '2026-11-01 00:00:00'])],
  ['a SKU with a slash', '/V1/products/24%2FMB01', ''],
  ['a unicode value', '/V1/products', one('%Größe ☕%')],
  ['ids[] twice', '/V1/store/storeConfigs', 'ids[]=1&ids[]=2'],
  ['an empty searchCriteria', '/V1/products', 'searchCriteria='],
];

describe.each(serverProfileIds.filter((id) => id !== 'rfc5849'))('a server that verifies as %s', (profile) => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, profile, seed: defaultSeed(), clock: () => Date.now(), config: {} });
  });
  afterAll(() => sandbox.close());

  const send = async (signedFor: typeof profile, path: string, query: string) => {
    const fixture = createExchangeFixture();
    const identity = identityOf('integration');
    const {
      consumerKey = '',
      consumerSecret = '',
      accessToken = '',
      accessTokenSecret = '',
    } = sandbox.accounts.integrations[0] ?? {};
    fixture.setSecrets(identity.id, { consumerKey, consumerSecret, accessToken, accessTokenSecret });
    const environment = environmentAt(sandbox.url, { profile: signedFor });
    const request = { url: path, parameters: query === '' ? [] : parseQuery(query) };
    return (await fixture.send({ environment, identity, request })).exchange;
  };

  test.each(everyday)('accepts %s', async (what, path, query) => {
    const exchange = await send(profile, path, query);
    const status = what === 'a SKU with a slash' ? 404 : 200;
    expect({ attempts: exchange.attempts.length, outcome: exchange.outcome }).toMatchObject({
      attempts: 1,
      outcome: { kind: 'response', status },
    });
  });

  test.each(everyday)('accepts %s within two attempts when its profile is not known', async (what, path, query) => {
    const exchange = await send('magento-2.4.4', path, query);
    expect(exchange.attempts.length).toBeLessThanOrEqual(2);
    expect(exchange.outcome).toMatchObject({ kind: 'response', status: what === 'a SKU with a slash' ? 404 : 200 });
  });
});
