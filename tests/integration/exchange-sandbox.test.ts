// The pipeline against the sandbox, which verifies with code of its own: each identity gets through, and the answer of a
// search with twelve filter groups shows that the signature is sorted as Magento sorts.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { discoverStore } from '#electron/core/environments/discover.ts';
import { createTransport } from '#electron/core/exchange/transport.ts';
import { defaultSeed } from '#electron/sandbox/seed/default-seed.ts';
import { startSandbox } from '#electron/sandbox/start-sandbox.ts';
import type { IdentityKind } from '#shared/domain/identity/identity.ts';
import { createExchangeFixture, environmentAt, identityOf } from '../support/exchange-fixture.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    profile: 'magento-2.4.4',
    seed: defaultSeed(),
    clock: () => Date.now(),
    config: {},
  });
});
afterAll(() => sandbox.close());

const twelveGroups = Array.from({ length: 12 }, (_, index) =>
  [
    ['field', 'sku'],
    ['value', `%bag ${index}%`],
    ['condition_type', 'like'],
  ].map(([name, value]) => ({
    name: `searchCriteria[filter_groups][${index}][filters][0][${name}]`,
    value: value ?? '',
    isEnabled: true,
  })),
).flat();

async function sendAs(kind: IdentityKind, url: string, parameters: typeof twelveGroups = []) {
  const fixture = createExchangeFixture();
  const { integrations, admins, customers } = sandbox.accounts;
  const account = kind === 'admin' ? admins[0] : customers[0];
  const identity = { ...identityOf(kind), username: account?.username ?? '' };
  const { consumerKey = '', consumerSecret = '', accessToken = '', accessTokenSecret = '' } = integrations[0] ?? {};
  const values = { consumerKey, consumerSecret, accessToken, accessTokenSecret };
  fixture.setSecrets(identity.id, kind === 'integration' ? values : { password: account?.password ?? '' });
  const environment = environmentAt(sandbox.url);
  return (await fixture.send({ environment, identity, request: { url, parameters } })).exchange;
}

describe('each identity', () => {
  test.each<[IdentityKind, string, number]>([
    ['guest', '/V1/directory/countries', 200],
    ['guest', '/V1/customers/me', 401],
    ['customer', '/V1/customers/me', 200],
    ['admin', '/V1/store/storeConfigs', 200],
    ['integration', '/V1/store/storeConfigs', 200],
  ])('%s at %s', async (kind, url, status) => {
    const exchange = await sendAs(kind, url);
    expect(exchange.outcome).toMatchObject({ kind: 'response', status });
    expect(exchange.explanation === null).toBe(status === 200);
  });

  test('an integration with twelve filter groups', async () => {
    const exchange = await sendAs('integration', '/V1/products', twelveGroups);
    expect(exchange.outcome).toMatchObject({ kind: 'response', status: 200 });
    expect(exchange.attempts[0]?.signature?.deviations.length).toBeGreaterThan(0);
  });
});

test('the sandbox is discovered as a store', async () => {
  const transport = createTransport();
  try {
    const options = { observe: () => undefined, signal: new AbortController().signal };
    const discovery = await discoverStore(`${sandbox.url}/rest/default/V1/products`, transport, options);
    expect(discovery).toMatchObject({ baseUrl: sandbox.url, storeCode: 'default', remarks: [] });
    expect(discovery.release).toMatch(/^Magento\/2/);
  } finally {
    transport.close();
  }
});
