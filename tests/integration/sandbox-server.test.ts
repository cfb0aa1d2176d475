// The sandbox as a server: addresses, HTTPS, reset, speed of starting, and that it keeps to the loopback interface.
import { request as requestSecurely } from 'node:https';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultSeed } from '#electron/sandbox/seed/default-seed.ts';
import { type RunningSandbox, type SandboxOptions, startSandbox } from '#electron/sandbox/start-sandbox.ts';

const running: RunningSandbox[] = [];

async function start(options: Partial<SandboxOptions> = {}): Promise<RunningSandbox> {
  const sandbox = await startSandbox({
    port: 0,
    profile: 'magento-2.4.4',
    seed: defaultSeed(),
    clock: Date.now,
    config: {},
    ...options,
  });
  running.push(sandbox);
  return sandbox;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
});

interface Answer {
  readonly status: number;
  readonly value: unknown;
}

async function call(sandbox: RunningSandbox, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${sandbox.url}${path}`, init);
  return { status: response.status, value: await response.json() };
}

async function signIn(sandbox: RunningSandbox): Promise<Record<string, string>> {
  const { value } = await call(sandbox, '/rest/V1/integration/admin/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(sandbox.accounts.admins[0]),
  });
  return { Authorization: `Bearer ${String(value)}`, 'Content-Type': 'application/json' };
}

function getSecurely(url: string, ca: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = requestSecurely(url, { ca, agent: false }, (incoming) => {
      incoming.setEncoding('utf8');
      let text = '';
      incoming.on('data', (part: string) => (text += part));
      incoming.on('end', () => resolve(text));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

const tour = {
  product: {
    sku: 'LODESTONE-TOUR',
    name: 'Tour product',
    attribute_set_id: 4,
    price: 12.5,
    type_id: 'simple',
    extension_attributes: { stock_item: { qty: 7, is_in_stock: true } },
  },
};

describe('a running sandbox', () => {
  it('listens on 127.0.0.1 and speaks of itself by its own address', async () => {
    const sandbox = await start();
    expect(sandbox).toMatchObject({ httpsUrl: null, caPem: null, profile: 'magento-2.4.4' });
    expect(sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const query = JSON.stringify({ query: '{ storeConfig { base_url secure_base_url } }' });
    const headers = { 'Content-Type': 'application/json' };
    expect(await call(sandbox, '/graphql', { method: 'POST', headers, body: query })).toEqual({
      status: 200,
      value: { data: { storeConfig: { base_url: `${sandbox.url}/`, secure_base_url: `${sandbox.url}/` } } },
    });
  });

  it('lists accounts with all rights first', async () => {
    const { accounts } = await start();
    expect(accounts.customers[0]?.username).toBe('jane@example.com');
    expect(accounts.admins[0]?.username).toBe('admin');
    expect(accounts.integrations.map(({ name }) => name)).toEqual(['Lodestone demo', 'Catalog only']);
  });

  it('serves HTTPS under its own authority', async () => {
    const sandbox = await start({ httpsPort: 0 });
    expect(await getSecurely(`${sandbox.httpsUrl}/magento_version`, sandbox.caPem ?? '')).toBe(
      'Magento/2.4 (Community)',
    );
    await expect(getSecurely(`${sandbox.httpsUrl}/magento_version`, '')).rejects.toThrow(/certificate/);
  });

  it('makes a product with its stock in one call, changes it by the same call, and forgets it on reset', async () => {
    const sandbox = await start();
    const headers = await signIn(sandbox);
    const post = () => call(sandbox, '/rest/V1/products', { method: 'POST', headers, body: JSON.stringify(tour) });
    const created = await post();
    const changed = await post();
    expect([created.status, changed.status]).toEqual([200, 200]);
    expect(await call(sandbox, '/rest/V1/stockItems/LODESTONE-TOUR?fields=qty,is_in_stock', { headers })).toEqual({
      status: 200,
      value: { qty: 7, is_in_stock: true },
    });
    sandbox.reset();
    expect((await call(sandbox, '/rest/V1/products/LODESTONE-TOUR', { headers })).status).toBe(404);
  });

  it('passes authorisation before it says that it does not serve a route', async () => {
    const sandbox = await start();
    expect((await call(sandbox, '/rest/V1/orders/1')).status).toBe(401);
    const { status, value } = await call(sandbox, '/rest/V1/orders/1', { headers: await signIn(sandbox) });
    expect({ status, value }).toEqual({
      status: 501,
      value: {
        message: 'The sandbox does not serve %route. Magento has it, so send this request to a real store.',
        parameters: { route: 'GET /V1/orders/:id' },
      },
    });
  });

  it('answers HEAD with a 400 and no body', async () => {
    const sandbox = await start();
    const response = await fetch(`${sandbox.url}/rest/V1/store/storeConfigs`, { method: 'HEAD' });
    expect({ status: response.status, body: await response.text() }).toEqual({ status: 400, body: '' });
  });

  it('refuses a port that is taken', async () => {
    const sandbox = await start();
    const port = Number(new URL(sandbox.url).port);
    await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('lets an expired token count for nobody', async () => {
    let nowMs = 1_800_000_000_000;
    const sandbox = await start({ clock: () => nowMs, config: { 'webapi/jwtauth/admin_expiration': 1 } });
    const headers = await signIn(sandbox);
    expect((await call(sandbox, '/rest/V1/modules', { headers })).status).toBe(200);
    nowMs += 61_000;
    expect((await call(sandbox, '/rest/V1/modules', { headers })).status).toBe(401);
  });
});
