import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendOutputSchema, type SendOutput } from '#electron/cli/reporters/send-json.ts';
import { sampleRequests } from '#electron/core/collections/sample-requests.ts';
import { formatUrl } from '#shared/domain/http/parameters.ts';
import { defaultSeed } from '#electron/sandbox/seed/default-seed.ts';
import { runCli, startCliSandbox, type CliSandbox } from '#tests/support/run-cli.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'lodestone-cli-'));
});
afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

const inFolder = (...args: string[]): string[] => [...args, '--data-dir', directory];

async function send(...args: string[]): Promise<{ exitCode: number | null; output: SendOutput }> {
  const { exitCode, stdout } = await runCli(inFolder('send', ...args, '--json'));
  return { exitCode, output: sendOutputSchema.parse(JSON.parse(stdout)) };
}

describe('send', () => {
  const expectedStatus: Readonly<Record<string, number>> = {
    'A customer that does not exist': 404,
    'Not allowed as guest': 401,
  };

  test.each(sampleRequests)('answers the sample request “$name” as the app does', async ({ name, request }) => {
    const body = request.body.kind === 'none' ? [] : ['-d', request.body.text];
    const target = formatUrl(request.url, request.parameters);
    const { exitCode, output } = await send(request.method, target, '--as', request.sendAs ?? 'guest', ...body);
    expect({ exitCode, status: output.response?.status }).toEqual({ exitCode: 0, status: expectedStatus[name] ?? 200 });
    expect(output.attempts).toHaveLength(1);
    expect(output.attempts[0]?.baseString !== undefined).toBe(request.sendAs === 'integration');
    expect(output.explanation !== undefined).toBe(name in expectedStatus);
  });

  test('signs twelve filter groups in natural order', async () => {
    const twelve = sampleRequests.find(({ name }) => name === 'Twelve filter groups')!.request;
    const { output } = await send('GET', formatUrl(twelve.url, twelve.parameters), '--as', 'integration');
    const baseString = decodeURIComponent(decodeURIComponent(output.attempts[0]?.baseString ?? ''));
    expect(baseString.indexOf('[filter_groups][2]')).toBeLessThan(baseString.indexOf('[filter_groups][10]'));
  });

  test('exits with 1 on a failing status only where that was asked for', async () => {
    expect((await send('GET', '/V1/modules', '--as', 'guest')).exitCode).toBe(0);
    expect((await send('GET', '/V1/modules', '--as', 'guest', '--fail')).exitCode).toBe(1);
  });

  test.each([
    { what: 'an unknown option', args: ['GET', '/V1/modules', '--nope'], exitCode: 2, says: 'unknown option' },
    { what: 'an unknown identity', args: ['GET', '/V1/modules', '--as', 'nobody'], exitCode: 2, says: 'nobody' },
    { what: 'an unknown environment', args: ['GET', '/V1/modules', '--env', 'nowhere'], exitCode: 2, says: 'nowhere' },
    { what: 'an unknown variable', args: ['GET', '/V1/{{colour}}'], exitCode: 2, says: 'colour' },
    { what: 'a header without a colon', args: ['GET', '/V1/modules', '-H', 'nonsense'], exitCode: 2, says: 'nonsense' },
    {
      what: 'a header with a line break',
      args: ['GET', '/V1/modules', '-H', 'X-A: b\r\nX-C: d'],
      exitCode: 2,
      says: 'X-A',
    },
    { what: 'a URL that is none', args: ['GET', 'http://'], exitCode: 2, says: 'URL' },
    { what: 'a time that is none', args: ['GET', '/V1/modules', '--timeout', 'soon'], exitCode: 2, says: 'soon' },
    { what: 'a host that nobody listens on', args: ['GET', 'http://127.0.0.1:1/'], exitCode: 3, says: '127.0.0.1' },
    {
      what: 'a body file that is not there',
      args: ['POST', '/V1/products', '-d', '@nowhere.json'],
      exitCode: 3,
      says: 'nowhere',
    },
  ])('tells $what with exit code $exitCode', async ({ args, exitCode, says }) => {
    const result = await runCli(inFolder('send', ...args));
    expect(result.exitCode).toBe(exitCode);
    expect(result.stderr).toContain(says);
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });

  test('keeps what it sent in the data folder, with secrets masked, unless told not to', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lodestone-cli-'));
    await runCli(['send', 'GET', '/V1/modules', '--as', 'admin', '--no-history', '--data-dir', folder]);
    expect(readdirSync(folder)).toEqual([]);
    await runCli(['send', 'GET', '/V1/modules', '--as', 'admin', '--data-dir', folder]);
    expect(readdirSync(join(folder, 'history'))).toContain('history.db');
    const bytes = filesIn(folder)
      .map((file) => readFileSync(file, 'latin1'))
      .join('');
    expect(bytes).toContain('/V1/modules');
    expect(bytes).not.toMatch(/eyJ[\w-]+\.eyJ[\w-]+\./);
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('a saved environment', () => {
  let sandbox: CliSandbox;
  let file: string;
  beforeAll(async () => {
    sandbox = await startCliSandbox();
    file = join(directory, 'acme.json');
    const environment = {
      name: 'Acme',
      baseUrl: sandbox.url.replace(/\/$/, ''),
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
    const identities = [{ name: 'Chief', kind: 'admin', username: 'admin' }];
    writeFileSync(file, JSON.stringify({ lodestone: 'environment', version: 1, environment, identities }));
  });
  afterAll(async () => {
    expect(await sandbox.stop()).toBe(0);
  });

  test('from a file sends as an identity whose password comes from a variable', async () => {
    const args = inFolder('send', 'GET', '/V1/modules', '--env', file, '--as', 'chief');
    expect((await runCli(args)).stderr).toContain('LODESTONE_SECRET_ACME_CHIEF_PASSWORD');
    const variables = { LODESTONE_SECRET_ACME_CHIEF_PASSWORD: adminPassword() };
    expect(await runCli([...args, '--fail'], { variables })).toMatchObject({ exitCode: 0 });
  });

  test('with a wrong password says so and exits with 3', async () => {
    const variables = { LODESTONE_SECRET_ACME_CHIEF_PASSWORD: 'wrong' };
    const result = await runCli(inFolder('send', 'GET', '/V1/modules', '--env', file, '--as', 'admin'), { variables });
    expect(result.exitCode).toBe(3);
    expect(result.stderr).toContain('refused');
    expect(result.stderr).not.toContain('wrong"');
  });

  test('takes the body from standard input', async () => {
    const result = await runCli(
      inFolder('send', 'POST', '/V1/integration/admin/token', '--env', file, '--as', 'guest', '-d', '-', '--fail'),
      { input: JSON.stringify({ username: 'admin', password: adminPassword() }) },
    );
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toMatch(/^"eyJ/);
  });
});

describe('sandbox', () => {
  test('announces itself in one line, serves a seed and HTTPS, and ends cleanly', async () => {
    const seed = 'tests/fixtures/sandbox/seed.json';
    const sandbox = await startCliSandbox(['--seed', seed, '--https-port', '0', '--profile', 'magento-2.4.4']);
    expect(Object.keys(sandbox.announced)).toEqual(['url', 'httpsUrl', 'caFile', 'adminUrl', 'profile']);
    const caFile = String(sandbox.announced['caFile']);
    expect(readFileSync(caFile, 'utf8')).toContain('BEGIN CERTIFICATE');
    expect(await (await fetch(new URL('/magento_version', sandbox.url))).text()).toMatch(/^Magento\/2\.4/);
    expect(await sandbox.stop()).toBe(0);
    expect(() => statSync(caFile)).toThrow();
  });

  test.each([
    { args: ['--port', 'x'], exitCode: 2 },
    { args: ['--profile', 'magento-1'], exitCode: 2 },
    { args: ['--clock', 'yesterday'], exitCode: 2 },
    { args: ['--config', 'novalue'], exitCode: 2 },
    { args: ['--seed', 'package.json'], exitCode: 3 },
  ])('refuses $args', async ({ args, exitCode }) => {
    expect((await runCli(['sandbox', ...args])).exitCode).toBe(exitCode);
  });
});

function adminPassword(): string {
  return defaultSeed().admins.find(({ username }) => username === 'admin')!.password;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
