import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSeed } from '#electron/sandbox/seed/default-seed.ts';
import { probeResultSchema } from '#shared/domain/oauth1/probe-result.ts';
import { type CliSandbox, runCli, startCliSandbox } from '#tests/support/run-cli.ts';

const directory = mkdtempSync(join(tmpdir(), 'lodestone-probe-'));
const environmentFile = join(directory, 'acme.json');
let sandbox: CliSandbox;

function writeEnvironment(baseUrl: string): void {
  const environment = {
    name: 'Acme',
    baseUrl: baseUrl.replace(/\/$/, ''),
    storeCode: 'default',
    storeCodes: ['default'],
    release: '',
    profile: 'magento-2.4.4',
    colour: 'blue',
    isProduction: false,
    verifiesTls: true,
    variables: [],
    notes: '',
  };
  const identities = [{ name: 'Feed', kind: 'integration', username: '' }];
  writeFileSync(environmentFile, JSON.stringify({ lodestone: 'environment', version: 1, environment, identities }));
}

beforeAll(async () => {
  sandbox = await startCliSandbox(['--profile', 'magento-dev-2024']);
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(directory, { recursive: true, force: true });
});

function probe(secret: string | undefined, ...args: string[]) {
  const integration = defaultSeed().integrations.find(({ active }) => active);
  const values = {
    consumerKey: integration?.consumerKey ?? '',
    consumerSecret: integration?.consumerSecret ?? '',
    accessToken: integration?.accessToken ?? '',
    accessTokenSecret: secret ?? integration?.accessTokenSecret ?? '',
  };
  const secrets = join(directory, 'secrets.json');
  writeFileSync(secrets, JSON.stringify({ Acme: { Feed: values } }), { mode: 0o600 });
  return runCli(['probe', '--env', environmentFile, '--secrets', secrets, '--data-dir', directory, ...args]);
}

describe('probe', () => {
  test('names the profile, its steps on standard error', async () => {
    writeEnvironment(sandbox.url);
    const { exitCode, stdout, stderr } = await probe(undefined, '--json');
    const result = probeResultSchema.parse(JSON.parse(stdout));
    expect({ exitCode, decided: result.decided }).toEqual({ exitCode: 0, decided: 'magento-dev-2024' });
    expect(stderr.trim().split('\n')).toEqual(result.steps);
  });

  test('says it in a sentence to people', async () => {
    writeEnvironment(sandbox.url);
    expect((await probe(undefined, '--as', 'feed')).stdout).toMatch(/^This store verifies as magento-dev-2024 /);
  });

  test('exits with 1 where the store refuses the integration, and says so as JSON', async () => {
    writeEnvironment(sandbox.url);
    const { exitCode, stdout } = await probe('x'.repeat(32), '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'identity.refused' } });
  });

  test('exits with 3 where nobody answers, and with 2 where there is no such integration', async () => {
    writeEnvironment('http://127.0.0.1:1');
    expect((await probe(undefined)).exitCode).toBe(3);
    expect((await probe(undefined, '--as', 'nobody')).exitCode).toBe(2);
    expect((await probe(undefined, '--as', 'guest')).exitCode).toBe(2);
  });
});
