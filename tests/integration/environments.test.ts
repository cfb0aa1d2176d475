import { describe, expect, test } from 'vitest';
import { createConfDocuments } from '#electron/cli/adapters/conf-documents.ts';
import { CredentialService } from '#electron/core/credentials/credential-service.ts';
import { EnvironmentService } from '#electron/core/environments/environment-service.ts';
import { EnvironmentStore } from '#electron/core/environments/environment-store.ts';
import { IdentityService } from '#electron/core/environments/identity-service.ts';
import { ensureSandbox, type SandboxFacts } from '#electron/core/environments/sandbox-environment.ts';
import type { SecretBox } from '#electron/core/ports.ts';
import { NoticeCollector } from '#electron/core/storage/notice-collector.ts';
import type { EnvironmentDraft } from '#shared/domain/environment/environment.ts';
import type { IdentityDraft } from '#shared/domain/identity/identity.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { createTestSecretBox, noSecretBox } from '../support/test-secret-box.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

function open(directory = temporaryDirectory(), secretBox: SecretBox = createTestSecretBox()) {
  const documents = createConfDocuments(directory);
  const notices = new NoticeCollector();
  const store = new EnvironmentStore({ documents, notices });
  const credentials = new CredentialService({ documents, secretBox, notices });
  let lastId = 0;
  const random = { uuid: () => `id-${(lastId += 1)}`, bytes: (size: number) => new Uint8Array(size) };
  const forgotten: string[] = [];
  const environments = new EnvironmentService({
    store,
    credentials,
    random,
    clock: { now: () => Date.UTC(2026, 10, 23) },
  });
  const identities = new IdentityService({
    store,
    credentials,
    random,
    tokenState: () => ({ kind: 'none' }),
    forgetToken: (id) => void forgotten.push(id),
  });
  return { directory, store, credentials, environments, identities, forgotten };
}

const draft = (name: string, changes: Partial<EnvironmentDraft> = {}): EnvironmentDraft => ({
  name,
  baseUrl: 'https://shop.test',
  storeCode: 'default',
  storeCodes: ['default'],
  release: '2.4',
  profile: 'magento-2.4.4',
  profileOrigin: { kind: 'default', at: null },
  colour: 'blue',
  isProduction: false,
  verifiesTls: true,
  variables: [],
  notes: '',
  ...changes,
});

const admin = (environmentId: string, changes: Partial<IdentityDraft> = {}): IdentityDraft => ({
  environmentId,
  name: 'Owner',
  kind: 'admin',
  username: 'owner',
  secrets: { password: 'pass word' },
  ...changes,
});

const failure = async (work: () => unknown): Promise<unknown> => {
  try {
    return await work();
  } catch (error) {
    return error instanceof AppError ? `${error.data.code}: ${error.data.message} ${error.data.cause}` : error;
  }
};

describe('environments', () => {
  test('are made with a guest, tidied, kept in order, and found by the next start', () => {
    const { directory, environments, identities } = open();
    const first = environments.create(draft(' Acme staging ', { baseUrl: ' https://shop.test/sub// ' }));
    expect(first).toEqual({
      ...draft('Acme staging', { baseUrl: 'https://shop.test/sub' }),
      id: 'id-1',
      origin: 'user',
    });
    expect(identities.list()).toEqual([
      {
        id: 'id-2',
        environmentId: 'id-1',
        name: 'Guest',
        kind: 'guest',
        username: '',
        storedSecrets: [],
        token: { kind: 'notNeeded' },
      },
    ]);
    environments.create(draft('Acme live'));
    environments.create(draft('Other'));
    environments.reorder(['id-5', 'id-1']);
    expect(
      open(directory)
        .environments.list()
        .map(({ name }) => name),
    ).toEqual(['Other', 'Acme staging', 'Acme live']);
  });

  test('take their profile from a release that decides it, and remember what a probe found', () => {
    const { directory, environments } = open();
    const { id, ...made } = environments.create(draft('Acme', { release: '2.4.6-p3' }));
    const at = new Date(Date.UTC(2026, 10, 23)).toISOString();
    expect(made).toMatchObject({ profile: 'magento-2.4.6', profileOrigin: { kind: 'release', at } });
    environments.setProbedProfile(id, 'magento-next');
    const reopened = open(directory).environments.get(id);
    expect(reopened).toMatchObject({ profile: 'magento-next', profileOrigin: { kind: 'probed', at } });
  });

  test('tell of their changes', () => {
    const { environments, identities } = open();
    const told: string[] = [];
    environments.onChange(() => told.push('environments'));
    identities.onChange(() => told.push('identities'));
    const { id } = environments.create(draft('A'));
    environments.update(id, draft('B'));
    environments.remove(id);
    expect(told).toEqual(['environments', 'identities', 'environments', 'environments', 'identities']);
  });

  test.each<readonly [Partial<EnvironmentDraft>, string]>([
    [{ name: '  ' }, 'The environment needs a name.'],
    [{ name: 'acme LIVE' }, 'There is an environment named “acme LIVE” already.'],
    ...[
      '',
      'shop.test',
      'ftp://shop.test',
      'https://',
      'https://u:p@shop.test',
      'https://shop.test/?a=1',
      'https://shop.test/#a',
      'https://sh op.test',
    ].map(
      (baseUrl) =>
        [
          { baseUrl },
          'The base URL starts with http:// or https:// and has a host, but no user name, “?” or “#”.',
        ] as const,
    ),
    [{ storeCode: 'a/b' }, 'A store code starts with a letter and has letters, digits and underscores only.'],
    [{ variables: [{ name: ' ', value: 'x', isEnabled: true }] }, 'Each variable needs a name.'],
  ])('%j is refused', async (changes, message) => {
    const { environments } = open();
    environments.create(draft('Acme live'));
    const result = await failure(() => environments.create(draft('New', changes)));
    expect(result).toBe(`input.invalid: ${message} What was entered can’t be saved.`);
    expect(environments.list().length).toBe(1);
  });

  test.each(['http://127.0.0.1:8080', 'https://[::1]:8443/sub', 'HTTPS://Shop.Test', 'http://localhost'])(
    'the base URL %s is taken',
    (baseUrl) => {
      expect(open().environments.create(draft('A', { baseUrl })).baseUrl).toBe(baseUrl);
    },
  );

  test('are found by name without case, or by a unique beginning', async () => {
    const { environments } = open();
    for (const name of ['Acme', 'Acme live', 'Other']) environments.create(draft(name));
    expect(['ACME', 'acme l', 'o'].map((text) => environments.resolveByName(text).name)).toEqual([
      'Acme',
      'Acme live',
      'Other',
    ]);
    expect(await failure(() => environments.resolveByName('ac'))).toBe(
      'environment.unknown: The names of 2 environments begin with “ac”. The choices are “Acme”, “Acme live”.',
    );
    expect(await failure(() => environments.resolveByName('x'))).toBe(
      'environment.unknown: There is no environment named “x”. The choices are “Acme”, “Acme live”, “Other”.',
    );
  });

  test('take their identities and secrets with them', async () => {
    const { environments, identities, credentials, store } = open();
    const { id } = environments.create(draft('A'));
    const other = environments.create(draft('B'));
    const owner = await identities.create(admin(id));
    environments.remove(id);
    expect(store.read().identities.map(({ environmentId }) => environmentId)).toEqual([other.id]);
    expect(await credentials.read(owner)).toEqual({});
    expect(await failure(() => environments.get(id))).toMatch(/^environment.unknown/);
  });
});

describe('identities', () => {
  test('know which secrets are stored, and show one when asked', async () => {
    const { environments, identities } = open();
    const { id } = environments.create(draft('A'));
    const owner = await identities.create(admin(id, { name: ' Owner ' }));
    expect(owner).toEqual({
      id: owner.id,
      environmentId: id,
      name: 'Owner',
      kind: 'admin',
      username: 'owner',
      storedSecrets: ['password'],
      token: { kind: 'none' },
    });
    expect(await identities.reveal(owner.id, 'password')).toBe('pass word');
    expect(await failure(() => identities.reveal(owner.id, 'nothing'))).toMatch(/^identity.credential/);
  });

  test('keep a secret that a change does not name, drop one that is emptied, and forget the token when an account changes', async () => {
    const { environments, identities, forgotten } = open();
    const { id } = environments.create(draft('A'));
    const owner = await identities.create(admin(id));
    await identities.update(owner.id, admin(id, { name: 'Boss', secrets: {} }));
    expect([await identities.reveal(owner.id, 'password'), forgotten]).toEqual(['pass word', []]);
    await identities.update(owner.id, admin(id, { name: 'Boss', username: 'boss', secrets: {} }));
    expect(forgotten).toEqual([owner.id]);
    const emptied = await identities.update(owner.id, admin(id, { username: 'boss', secrets: { password: '' } }));
    expect(emptied.storedSecrets).toEqual([]);
  });

  test('that become of another kind lose the secrets of the old one', async () => {
    const { environments, identities } = open();
    const { id } = environments.create(draft('A'));
    const owner = await identities.create(admin(id));
    const changed = await identities.update(owner.id, {
      environmentId: 'elsewhere',
      name: 'ERP',
      kind: 'integration',
      username: 'ignored',
      secrets: { consumerKey: 'key' },
    });
    expect(changed).toMatchObject({
      environmentId: id,
      username: '',
      storedSecrets: ['consumerKey'],
      token: { kind: 'notNeeded' },
    });
  });

  test.each([
    [{ name: '' }, 'The identity needs a name.'],
    [{ name: 'guest' }, 'This environment has an identity named “guest” already.'],
    [{ username: '' }, 'User name is needed to sign in.'],
    [{ secrets: { consumerKey: 'x' } }, 'Admin identities have no secret named “consumerKey”.'],
  ])('%j is refused', async (changes, message) => {
    const { environments, identities } = open();
    const { id } = environments.create(draft('A'));
    expect(await failure(() => identities.create(admin(id, changes)))).toBe(
      `input.invalid: ${message} What was entered can’t be saved.`,
    );
  });

  test('are found by name, or by kind where one exists', async () => {
    const { environments, identities } = open();
    const { id } = environments.create(draft('A'));
    await identities.create(admin(id));
    await identities.create(admin(id, { name: 'integration' }));
    expect(['OWNER', 'guest', 'Integration'].map((text) => identities.resolveByName(id, text).name)).toEqual([
      'Owner',
      'Guest',
      'integration',
    ]);
    expect(await failure(() => identities.resolveByName(id, 'admin'))).toBe(
      'identity.unknown: There are 2 identities of the kind “admin”. The choices are “Owner” (admin), “integration” (admin).',
    );
    expect(await failure(() => identities.resolveByName(id, 'customer'))).toBe(
      'identity.unknown: There is no identity “customer” in this environment, neither by name nor by kind. The choices are “Guest” (guest), “Owner” (admin), “integration” (admin).',
    );
  });
});

describe('the sandbox', () => {
  const facts: SandboxFacts = {
    url: 'http://127.0.0.1:1001',
    profile: 'magento-2.4.4',
    accounts: {
      customers: [{ username: 'jane@example.com', password: 'jane secret' }],
      admins: [{ username: 'admin', password: 'admin secret' }],
      integrations: [{ consumerKey: 'ck', consumerSecret: 'cs', accessToken: 'at', accessTokenSecret: 'ats' }],
    },
  };

  test.each([
    ['a key store', createTestSecretBox()],
    ['no key store', noSecretBox],
  ])('is complete with %s, and what the user changed stays at the next start', async (_name, secretBox) => {
    const app = open(temporaryDirectory(), secretBox);
    const environment = ensureSandbox(app, facts);
    expect(environment).toMatchObject({ name: 'Sandbox', colour: 'green', storeCode: 'default', origin: 'sandbox' });
    expect(app.identities.list().map(({ name, username, storedSecrets }) => [name, username, storedSecrets])).toEqual([
      ['Guest', '', []],
      ['Customer', 'jane@example.com', ['password']],
      ['Admin', 'admin', ['password']],
      ['Integration', '', ['consumerKey', 'consumerSecret', 'accessToken', 'accessTokenSecret']],
    ]);
    app.environments.update(environment.id, draft('My sandbox', { colour: 'violet', storeCode: 'fr' }));
    app.identities.remove('sandbox-customer');
    app.environments.create(draft('First'));
    app.environments.reorder(['id-1']);

    const next = open(app.directory, secretBox);
    const again = ensureSandbox(next, { ...facts, url: 'http://127.0.0.1:2002/' });
    expect(again).toMatchObject({
      id: environment.id,
      name: 'My sandbox',
      colour: 'violet',
      storeCode: 'fr',
      baseUrl: 'http://127.0.0.1:2002',
      origin: 'sandbox',
    });
    expect(next.environments.list().map(({ name }) => name)).toEqual(['First', 'My sandbox']);
    const customer = next.identities.resolveByName(again.id, 'customer');
    expect(await next.credentials.read(customer)).toEqual({ password: 'jane secret' });
    expect(await failure(() => next.environments.remove(again.id))).toMatch(/The sandbox can’t be removed/);
  });
});
