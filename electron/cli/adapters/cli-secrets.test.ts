import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors/app-error.ts';
import type { Identity } from '#shared/domain/identity/identity.ts';
import { createCliSecrets, secretVariableName } from './cli-secrets.ts';
import { readSecretsFile } from './secrets-file.ts';

const erp: Identity = { id: 'i', environmentId: 'e', name: 'ERP', kind: 'integration', username: '' };

describe('secrets of the command line', () => {
  test('come from the file first, then from the process environment, names without case', async () => {
    const source = createCliSecrets({
      secrets: { 'acme staging': { erp: { consumerKey: 'from file' } } },
      variables: {
        LODESTONE_SECRET_ACME_STAGING_ERP_CONSUMERKEY: 'hidden by the file',
        LODESTONE_SECRET_ACME_STAGING_ERP_CONSUMERSECRET: 'second',
        LODESTONE_SECRET_ACME_STAGING_ERP_ACCESSTOKEN: 'third',
        LODESTONE_SECRET_ACME_STAGING_ERP_ACCESSTOKENSECRET: 'fourth',
      },
      environmentNameOf: () => 'Acme staging',
    });
    expect(await source.read(erp)).toEqual({
      consumerKey: 'from file',
      consumerSecret: 'second',
      accessToken: 'third',
      accessTokenSecret: 'fourth',
    });
  });

  test('that are missing are told by environment, identity, field and the variable that may hold them', async () => {
    const source = createCliSecrets({ secrets: {}, variables: {}, environmentNameOf: () => 'Acme' });
    await expect(source.read({ ...erp, kind: 'admin' })).rejects.toMatchObject({
      data: {
        message: 'The password of “ERP” in “Acme” is missing.',
        nextStep: 'Put it into the file given with --secrets, or into the variable LODESTONE_SECRET_ACME_ERP_PASSWORD.',
      },
    });
  });

  test('have variable names of upper-case letters, digits and underscores', () => {
    expect(secretVariableName('Çafé-1', 'ERP x', 'consumerKey')).toBe('LODESTONE_SECRET__AF__1_ERP_X_CONSUMERKEY');
  });
});

describe('a secrets file', () => {
  const write = (text: string, mode: number): string => {
    const path = join(mkdtempSync(join(tmpdir(), 'lodestone-')), 'secrets.json');
    writeFileSync(path, text);
    chmodSync(path, mode);
    return path;
  };

  test('of its owner alone is read', () => {
    expect(readSecretsFile(write('{"a":{"b":{"c":"d"}}}', 0o600))).toEqual({ a: { b: { c: 'd' } } });
  });

  test.skipIf(process.platform === 'win32')('that others can read is refused', () => {
    expect(() => readSecretsFile(write('{}', 0o644))).toThrow(AppError);
  });

  test.each(['', '[]', '{"a":1}', 'not json'])('with the text %j is refused', (text) => {
    expect(() => readSecretsFile(write(text, 0o600))).toThrow('The secrets file is not JSON of the expected shape.');
  });
});
