// The whole first start on a real data folder: the sandbox’s environment, the sample collection, every sample request
// sent as it stands in its file, and then a search for each secret in every byte that was left behind.
import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createConfDocuments } from '#electron/cli/adapters/conf-documents.ts';
import { createServices, type Services } from '#electron/core/create-services.ts';
import { ensureSandbox } from '#electron/core/environments/sandbox-environment.ts';
import { defaultSeed } from '#electron/sandbox/seed/default-seed.ts';
import { startSandbox } from '#electron/sandbox/start-sandbox.ts';
import { environmentDraftSchema } from '#shared/domain/environment/environment.ts';
import { createFolderTrash } from '../support/folder-trash.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { createTestSecretBox } from '../support/test-secret-box.ts';

const clock = { now: () => Date.now() };

function compose(dataDirectory: string): Services {
  return createServices({
    dataDirectory,
    documents: createConfDocuments(dataDirectory),
    secretBox: createTestSecretBox(),
    clock,
    random: { uuid: () => randomUUID(), bytes: (size) => new Uint8Array(randomBytes(size)) },
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    trash: createFolderTrash(join(dataDirectory, 'trash')),
    version: '0.0.0',
  });
}

test('eight requests are answered as their notes say, are in the history, and leave no secret in any file', async () => {
  const profile = 'magento-2.4.4';
  const sandbox = await startSandbox({ port: 0, profile, seed: defaultSeed(), clock: clock.now, config: {} });
  onTestFinished(() => sandbox.close());
  const dataDirectory = temporaryDirectory();
  const services = compose(dataDirectory);
  const sandboxEnvironment = ensureSandbox(services, sandbox);
  // The same store as a user adds it, so that its secrets are sealed on disk and not only kept for the session.
  const draft = environmentDraftSchema.parse(sandboxEnvironment);
  const environment = services.environments.create({ ...draft, name: 'My own' });
  for (const { id, kind, name, username } of services.identities.listOf(sandboxEnvironment.id)) {
    if (kind === 'guest') continue;
    const secrets = await services.credentials.read(services.identities.get(id));
    await services.identities.create({ environmentId: environment.id, name, kind, username, secrets });
  }

  const [collections, exchanges, history] = await Promise.all([
    services.collections(),
    services.exchanges(),
    services.history(),
  ]);
  const statuses: unknown[] = [];
  for (const node of collections.list()[0]?.nodes ?? []) {
    const { name, request } = collections.read('getting-started', node.path);
    const identity = services.identities.resolveByName(environment.id, request.sendAs ?? '');
    const input = { request, requestName: name, environment, identity };
    const { outcome } = await exchanges.send(input, () => undefined, new AbortController().signal);
    statuses.push([name, outcome.kind === 'response' ? outcome.status : outcome]);
  }
  expect(statuses).toEqual([
    ['Store configuration', 200],
    ['Products by filter', 200],
    ['Twelve filter groups', 200],
    ['One product', 200],
    ['Product with stock', 200],
    ['My customer data', 200],
    ['A customer that does not exist', 404],
    ['Not allowed as guest', 401],
  ]);
  const page = history.list({ filter: { text: '', status: '' }, before: null, limit: 100 });
  expect(page.entries.map(({ requestName }) => requestName).reverse()).toEqual(
    statuses.map((row) => (row as [string])[0]),
  );
  const found = history.list({
    filter: { text: 'LODESTONE-TOUR stock_item', status: '200' },
    before: null,
    limit: 100,
  });
  expect(found.entries.map(({ requestName }) => requestName)).toEqual(['Product with stock']);

  const tokens: string[] = [];
  for (const { id, kind } of services.identities.listOf(environment.id)) {
    const token = await services.credentials.tokens.read(id);
    if (token) tokens.push(token.value);
    expect([kind, token !== null]).toEqual([kind, kind === 'admin' || kind === 'customer']);
  }
  await services.close();
  const { customers, admins, integrations } = sandbox.accounts;
  const secrets = [
    ...[...customers, ...admins].map(({ password }) => password),
    ...integrations.flatMap((keys) => [
      keys.consumerKey,
      keys.consumerSecret,
      keys.accessToken,
      keys.accessTokenSecret,
    ]),
    ...tokens,
  ].filter((secret) => secret !== '');
  const files = readdirSync(dataDirectory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['credentials.json', 'environments.json', 'history.db', 'one-product.yml']),
  );
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath, file.name));
    const leaked = secrets.filter((secret) => bytes.includes(secret) || bytes.includes(encodeURIComponent(secret)));
    expect([file.name, leaked]).toEqual([file.name, []]);
  }
});
