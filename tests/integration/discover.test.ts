// What any URL of a store tells without a credential.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { discoverStore } from '#electron/core/environments/discover.ts';
import { createTransport } from '#electron/core/exchange/transport.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import { type Behaviour, startTortureServer, type TortureServer, writeAnswer } from '../support/torture-server.ts';

let server: TortureServer;
beforeEach(async () => {
  server = await startTortureServer();
});
afterEach(() => server.close());

let other: TortureServer;
beforeAll(async () => {
  other = await startTortureServer();
});
afterAll(() => other.close());

const discover = (url: string, signal = new AbortController().signal, steps: string[] = []) => {
  const transport = createTransport();
  onTestFinished(() => transport.close());
  return discoverStore(url, transport, { observe: ({ step }) => steps.push(step), signal });
};

const answer =
  (body: unknown, type = 'application/json'): Behaviour =>
  (socket) =>
    writeAnswer(socket, {
      headers: [['Content-Type', type]],
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

/** A Magento below a folder; `baseUrl` is what it calls itself. */
function installMagento(at: TortureServer, folder: string, baseUrl = `${at.url}${folder}/`): void {
  const stores = { availableStores: [{ store_code: 'default' }, { store_code: 'fr' }] };
  const storeConfig = { store_code: 'default', base_url: baseUrl, secure_base_url: baseUrl };
  at.on(`${folder}/graphql`, answer({ data: { ...stores, storeConfig } }));
  at.on(`${folder}/magento_version`, answer('Magento/2.4 (Community)', 'text/html; charset=UTF-8'));
  at.on(`${folder}/rest/V1/directory/countries`, answer([{ id: 'FR', two_letter_abbreviation: 'FR' }]));
}

describe('a store', () => {
  test.each([
    ['', '', 'default'],
    ['/', '', 'default'],
    ['/admin_1a2b/admin/dashboard/index/key/abc/', '', 'default'],
    ['/women/tops/breathe-easy-tank.html?size=M#details', '', 'default'],
    ['/rest/fr/V1/products?searchCriteria', '', 'fr'],
    ['/rest/all/V1/products', '', 'all'],
    ['/graphql', '', 'default'],
    ['/shop/rest/default/V1/products', '/shop', 'default'],
    ['/shop/index.php/admin', '/shop', 'default'],
  ])('is found from %s', async (path, folder, storeCode) => {
    installMagento(server, folder);
    const steps: string[] = [];
    const discovery = await discover(`${server.url}${path}`, undefined, steps);
    expect(discovery).toEqual({
      baseUrl: `${server.url}${folder}`,
      storeCode,
      storeCodes: ['default', 'fr'],
      release: 'Magento/2.4 (Community)',
      suggestedName: `127.0.0.1${folder}`,
      remarks: [],
    });
    expect(steps.length).toBeGreaterThan(0);
    expect(server.requests.length).toBeLessThanOrEqual(24);
    expect(server.requests.every(({ headers }) => headers.every(([name]) => !/authorization|cookie/i.test(name)))).toBe(
      true,
    );
  });

  test.each(['/graphql', '/magento_version', '/rest/V1/directory/countries'])(
    'is found although the connection of %s is cut',
    async (path) => {
      installMagento(server, '');
      server.on(path, (socket) => socket.destroy());
      await expect(discover(server.url)).resolves.toMatchObject({ baseUrl: server.url });
    },
  );

  test('may be written without a scheme', async () => {
    installMagento(server, '');
    await expect(discover(`127.0.0.1:${server.port}`)).resolves.toMatchObject({ baseUrl: server.url });
  });

  test('that calls itself by another host is used where it was reached', async () => {
    installMagento(server, '', 'http://inside.local/');
    const discovery = await discover(server.url);
    expect(discovery).toMatchObject({
      baseUrl: server.url,
      remarks: [`The store calls itself http://inside.local, but was reached at ${server.url}.`],
    });
  });

  test('that has moved is followed once', async () => {
    installMagento(other, '/shop');
    const move: Behaviour = (socket, { target }) =>
      writeAnswer(socket, { status: '301 Moved Permanently', headers: [['Location', `${other.url}/shop${target}`]] });
    server.on('/magento_version', move);
    server.on('/graphql', move);
    await expect(discover(server.url)).resolves.toMatchObject({ baseUrl: `${other.url}/shop` });
  });

  test('with an older GraphQL schema is asked in fewer words', async () => {
    installMagento(server, '');
    server.on('/graphql', (socket, { body }) =>
      body.includes('availableStores')
        ? writeAnswer(socket, { body: '{"errors":[{"message":"Cannot query field \\"availableStores\\""}]}' })
        : writeAnswer(socket, {
            body: JSON.stringify({ data: { storeConfig: { code: 'main', base_url: `${server.url}/` } } }),
          }),
    );
    await expect(discover(server.url)).resolves.toMatchObject({ storeCode: 'main', storeCodes: ['main'] });
  });

  test('that only answers REST is found, and says what is missing', async () => {
    server.on(
      '/rest/V1/directory/countries',
      answer({ message: "The consumer isn't authorized to access %resources." }),
    );
    const discovery = await discover(`${server.url}/rest/fr/V1/x`);
    expect(discovery).toMatchObject({ baseUrl: server.url, storeCode: 'fr', storeCodes: [], release: '' });
    expect(discovery.remarks).toHaveLength(2);
  });
});

describe('no store', () => {
  const failure = (url: string, signal?: AbortSignal) =>
    discover(url, signal).then(
      () => null,
      (error: unknown) => error as AppError,
    );

  test('a host that runs something else', async () => {
    const error = await failure(`${server.url}/blog/post`);
    expect(error?.data).toMatchObject({
      code: 'environment.notMagento',
      message: 'No Magento was found at 127.0.0.1.',
    });
  });

  test('a host in maintenance', async () => {
    for (const path of ['/graphql', '/magento_version', '/rest/V1/directory/countries']) {
      server.on(path, (socket) => writeAnswer(socket, { status: '503 Service Unavailable', body: '<html></html>' }));
    }
    expect((await failure(server.url))?.data.cause).toContain('503');
  });

  test.each(['', 'not a url', 'ftp://shop.test', 'https://'])('“%s” is no URL', async (url) => {
    expect((await failure(url))?.data).toMatchObject({ code: 'request.url' });
  });

  test('a host that can’t be reached', async () => {
    await other.close();
    expect((await failure(other.url))?.data.code).toBe('network.refused');
    other = await startTortureServer();
  });

  test('a host that cuts every connection', async () => {
    for (const path of ['/graphql', '/magento_version', '/rest/V1/directory/countries'])
      server.on(path, (socket) => socket.destroy());
    expect((await failure(server.url))?.data.code).toBe('network.reset');
  });

  test('cancelled', async () => {
    for (const path of ['/graphql', '/magento_version', '/rest/V1/directory/countries'])
      server.on(path, () => undefined);
    const controller = new AbortController();
    const running = failure(server.url, controller.signal);
    await expect.poll(() => server.requests.length).toBe(3);
    controller.abort();
    expect((await running)?.name).toBe('CancelledError');
  });
});
