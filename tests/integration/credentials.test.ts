import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createConfDocuments } from '#electron/cli/adapters/conf-documents.ts';
import { CredentialService } from '#electron/core/credentials/credential-service.ts';
import type { SecretBox } from '#electron/core/ports.ts';
import { NoticeCollector } from '#electron/core/storage/notice-collector.ts';
import type { Identity } from '#shared/domain/identity/identity.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import { createTestSecretBox, noSecretBox } from '../support/test-secret-box.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const erp: Identity = { id: 'erp', environmentId: 'e', name: 'ERP', kind: 'integration', username: '' };
const secrets = {
  consumerKey: 'hv2rogofrn86vgbue6tqt00jq0v88zxy',
  consumerSecret: 'agv6y0n0s4kh7w0mjbzm4rrrck1eyxhq',
  accessToken: 'ro7p4jcz6yssjigb5lg8gplxwfi4ck9t',
  accessTokenSecret: '6nq3cwk7az824cu6ee9awmd5lwkv1m61',
};
const token = {
  value: 'eyJraWQiOiIxIiwiYWxnIjoiSFMyNTYifQ.e30.sig',
  expiresAt: 1_795_462_334_000,
  issuer: 'https://a.test',
};

function open(directory: string, secretBox: SecretBox): CredentialService {
  return new CredentialService({
    documents: createConfDocuments(directory),
    secretBox,
    notices: new NoticeCollector(),
  });
}

const errorOf = async (work: Promise<unknown>): Promise<AppError['data'] | undefined> =>
  work.then(
    () => undefined,
    (error: unknown) => (error as AppError).data,
  );

/** Every byte of every file below a folder, as one text in which ASCII stands as it is. */
function everythingIn(directory: string): string {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1')).join('\n');
}

describe('with a key store', () => {
  test('secrets and tokens are there for the next start', async () => {
    const directory = temporaryDirectory();
    const secretBox = createTestSecretBox();
    const first = open(directory, secretBox);
    await first.set('erp', secrets);
    await first.tokens.write('erp', token);
    const second = open(directory, secretBox);
    expect(await second.read(erp)).toEqual(secrets);
    expect(second.fieldNames(erp)).toEqual(['consumerKey', 'consumerSecret', 'accessToken', 'accessTokenSecret']);
    expect(await second.reveal(erp, 'accessToken')).toBe(secrets.accessToken);
    expect(await second.tokens.read('erp')).toEqual(token);
  });

  test('no file holds one in any spelling', async () => {
    const directory = temporaryDirectory();
    const service = open(directory, createTestSecretBox());
    await service.set('erp', secrets);
    await service.set('owner', { password: 'pass word "with" ünusual' });
    await service.tokens.write('erp', token);
    const bytes = everythingIn(directory);
    expect(bytes).toContain('"erp"');
    for (const secret of [...Object.values(secrets), 'pass word "with" ünusual', token.value]) {
      const utf8 = Buffer.from(secret, 'utf8');
      for (const spelling of [
        utf8.toString('latin1'),
        JSON.stringify(secret).slice(1, -1),
        encodeURIComponent(secret),
        utf8.toString('hex'),
        // Without its last characters, which depend on what follows.
        utf8.toString('base64').slice(0, -4),
      ]) {
        expect(bytes.includes(spelling)).toBe(false);
      }
    }
  });

  test('one is changed alone, an empty one is removed, and the token of before is gone', async () => {
    const service = open(temporaryDirectory(), createTestSecretBox());
    await service.set('erp', secrets);
    await service.tokens.write('erp', token);
    await service.set('erp', {});
    expect(await service.tokens.read('erp')).toEqual(token);
    await service.set('erp', { accessToken: 'new', accessTokenSecret: '' });
    expect(await service.read(erp)).toEqual({
      consumerKey: secrets.consumerKey,
      consumerSecret: secrets.consumerSecret,
      accessToken: 'new',
    });
    expect(await service.tokens.read('erp')).toBeNull();
    service.remove(['erp']);
    expect([await service.read(erp), service.fieldNames(erp)]).toEqual([{}, []]);
  });

  test('one that was sealed elsewhere is named, and neither lost nor a crash', async () => {
    const directory = temporaryDirectory();
    const there = createTestSecretBox();
    const first = open(directory, there);
    await first.set('erp', secrets);
    await first.tokens.write('erp', token);
    const here = open(directory, createTestSecretBox());
    expect(here.fieldNames(erp)).toHaveLength(4);
    expect(await errorOf(here.read(erp))).toEqual({
      code: 'identity.credential',
      message: 'The consumer key of “ERP” can’t be opened.',
      cause: 'It was sealed by the key store of another user, machine or program, or the key store is locked.',
      nextStep: 'Unlock the key store, or enter the consumer key again.',
      facts: { identity: 'ERP', field: 'consumerKey' },
    });
    expect(await here.tokens.read('erp')).toBeNull();
    expect(await open(directory, there).read(erp)).toEqual(secrets);
  });
});

describe('without a key store', () => {
  test('secrets last for the session, and nothing is written', async () => {
    const directory = temporaryDirectory();
    const service = open(directory, noSecretBox);
    await service.set('erp', secrets);
    await service.set('erp', { accessToken: 'new' });
    await service.tokens.write('erp', token);
    expect(await service.read(erp)).toEqual({ ...secrets, accessToken: 'new' });
    expect(await service.tokens.read('erp')).toEqual(token);
    expect(readdirSync(directory)).toEqual([]);
    expect(await open(directory, noSecretBox).read(erp)).toEqual({});
  });

  test('what is on disk is not touched by what lasts for the session', async () => {
    const directory = temporaryDirectory();
    const secretBox = createTestSecretBox();
    await open(directory, secretBox).set('erp', secrets);
    const session = open(directory, noSecretBox);
    await session.set('erp', { ...secrets, accessToken: 'for now' });
    await session.tokens.write('erp', token);
    expect(await session.reveal(erp, 'accessToken')).toBe('for now');
    expect(await open(directory, secretBox).read(erp)).toEqual(secrets);
  });
});

test('a secret that was never entered is missing, by name', async () => {
  const service = open(temporaryDirectory(), createTestSecretBox());
  expect(await errorOf(service.reveal(erp, 'consumerSecret'))).toMatchObject({
    code: 'identity.credential',
    message: 'The identity “ERP” has no consumer secret.',
  });
});
