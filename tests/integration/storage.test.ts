import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createConfDocuments } from '#electron/cli/adapters/conf-documents.ts';
import { createMemoryDocuments } from '#electron/cli/adapters/memory-documents.ts';
import { EnvironmentStore } from '#electron/core/environments/environment-store.ts';
import { SettingsService } from '#electron/core/settings/settings-service.ts';
import { WorkspaceService } from '#electron/core/settings/workspace-service.ts';
import type { DocumentFormat } from '#electron/core/storage/document-format.ts';
import { withFileLock } from '#electron/core/storage/file-lock.ts';
import { NoticeCollector } from '#electron/core/storage/notice-collector.ts';
import { VersionedDocument } from '#electron/core/storage/versioned-document.ts';
import { defaultSettings } from '#shared/domain/settings/settings.ts';
import { emptyWorkspace } from '#shared/domain/settings/workspace.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import type { SecretBox } from '#electron/core/ports.ts';
import { buildProgram } from '../support/build-program.ts';
import { sampleExchange } from '../support/sample-exchange.ts';
import { createTestSecretBox, noSecretBox } from '../support/test-secret-box.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

/** A format with a past: names, then names with colours, then both under `pets`. */
const format: DocumentFormat<{ readonly pets: readonly { name: string; colour: string }[] }> = {
  title: 'the pets',
  versions: [
    { version: 1, schema: z.object({ names: z.array(z.string()) }) },
    {
      version: 2,
      schema: z.object({ names: z.array(z.string()), colour: z.string() }),
      upgrade: (previous: { names: string[] }) => ({ ...previous, colour: 'grey' }),
    },
    {
      version: 3,
      schema: z.object({ pets: z.array(z.object({ name: z.string(), colour: z.string() })) }),
      upgrade: ({ names, colour }: { names: string[]; colour: string }) => ({
        pets: names.map((name) => ({ name, colour })),
      }),
    },
  ],
  defaults: { pets: [] },
};

function openPets(text: string | null) {
  const directory = temporaryDirectory();
  const path = join(directory, 'pets.json');
  if (text !== null) writeFileSync(path, text);
  const notices = new NoticeCollector();
  const document = new VersionedDocument(format, createConfDocuments(directory).open('pets'), notices);
  return { directory, path, notices, document };
}

const addRex = (current: { readonly pets: readonly { name: string; colour: string }[] }) => ({
  pets: [...current.pets, { name: 'Rex', colour: 'red' }],
});

describe('a document', () => {
  test('that is not there is its defaults, and nothing is written before a change', () => {
    const { directory, document } = openPets(null);
    expect([document.read(), readdirSync(directory)]).toEqual([{ pets: [] }, []]);
    document.update((current) => current);
    expect(readdirSync(directory)).toEqual([]);
    document.update(addRex);
    expect(readdirSync(directory)).toEqual(['pets.json']);
    expect(document.read()).toEqual({ pets: [{ name: 'Rex', colour: 'red' }] });
  });

  test.each([
    ['{"version":1,"content":{"names":["Tom"]}}', [{ name: 'Tom', colour: 'grey' }]],
    ['{"version":2,"content":{"names":["Tom"],"colour":"black"}}', [{ name: 'Tom', colour: 'black' }]],
    ['{"version":3,"content":{"pets":[{"name":"Tom","colour":"white"}]}}', [{ name: 'Tom', colour: 'white' }]],
  ])('of an older version is upgraded: %s', (text, pets) => {
    const { document, path, notices } = openPets(text);
    expect(document.read()).toEqual({ pets });
    document.update(addRex);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      version: 3,
      content: { pets: [...pets, { name: 'Rex', colour: 'red' }] },
    });
    expect(notices.list()).toEqual([]);
  });

  test.each([
    ['', 'it is no valid JSON'],
    ['{"version":3,"content":{"pets":[{"na', 'it is no valid JSON'],
    ['[]', 'it has no version and content'],
    ['{"pets":[]}', 'it has no version and content'],
    ['{"version":"3","content":{}}', 'it has no version and content'],
    ['{"version":0,"content":{}}', 'it has no version and content'],
    ['{"version":3,"content":{"pets":[{"name":7}]}}', '“pets.0.name” does not have the expected shape'],
    ['{"version":1,"content":{"names":"secret-value"}}', '“names” does not have the expected shape'],
  ])('with the damaged text %j is set aside, told of, and begun anew', (text, reason) => {
    const { directory, path, document, notices } = openPets(text);
    expect(document.read()).toEqual({ pets: [] });
    const [copy = ''] = readdirSync(directory);
    expect(copy).toMatch(/^pets\.damaged-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}\.json$/);
    expect(readFileSync(join(directory, copy), 'utf8')).toBe(text);
    expect(notices.list()).toEqual([
      {
        id: 'notice-1',
        level: 'warning',
        message: `The file of the pets was damaged (${reason}), so Lodestone started with defaults.`,
        nextStep: `The damaged file is kept as “${join(directory, copy)}”: repair it and put it back while Lodestone is closed.`,
      },
    ]);
    document.update(addRex);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ version: 3 });
  });

  test('of a newer release is left alone: the app works on in memory and says so', () => {
    const text = '{"version":4,"content":{"zoo":true}}';
    const { directory, path, document, notices } = openPets(text);
    expect(document.update(addRex)).toEqual({ pets: [{ name: 'Rex', colour: 'red' }] });
    expect(document.read()).toEqual({ pets: [{ name: 'Rex', colour: 'red' }] });
    expect([readFileSync(path, 'utf8'), readdirSync(directory)]).toEqual([text, ['pets.json']]);
    expect(document.detachedBy?.data.code).toBe('storage.newer');
    expect(notices.list().map(({ message }) => message)).toEqual([
      'The file of the pets was written by a newer Lodestone and is left untouched. This release does not know its format, so it works with defaults and keeps changes only until it closes.',
    ]);
  });

  test('is written for its owner only', () => {
    const { path, document } = openPets(null);
    document.update(addRex);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  test('that can’t be written says why, and what to do', () => {
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'file'), '');
    const documents = createConfDocuments(join(directory, 'file', 'data'));
    const document = new VersionedDocument(format, documents.open('pets'), new NoticeCollector());
    expect(document.read()).toEqual({ pets: [] });
    const attempt = (): unknown => {
      try {
        return document.update(addRex);
      } catch (error) {
        return (error as AppError).data.code;
      }
    };
    expect(attempt()).toBe('storage.write');
  });

  test.skipIf(process.getuid?.() === 0)('that may not be read is left alone', () => {
    const { path, document, notices } = openPets('{"version":3,"content":{"pets":[]}}');
    chmodSync(path, 0o000);
    expect(document.read()).toEqual({ pets: [] });
    expect([document.detachedBy?.data.code, notices.list().length]).toEqual(['storage.read', 1]);
  });

  test('that is a folder is left alone', () => {
    const { directory, path, document, notices } = openPets(null);
    mkdirSync(path);
    document.update(addRex);
    expect([document.detachedBy?.data.code, notices.list().length, readdirSync(directory)]).toEqual([
      'storage.read',
      1,
      ['pets.json'],
    ]);
  });

  test('in memory works the same, and leaves no file', () => {
    const notices = new NoticeCollector();
    const document = new VersionedDocument(format, createMemoryDocuments().open('pets'), notices);
    document.update(addRex);
    expect([document.read().pets.length, notices.list()]).toEqual([1, []]);
    expect(readdirSync('.').filter((name) => name.startsWith('memory:'))).toEqual([]);
  });
});

describe('several processes', () => {
  test('that change one document at once lose nothing of each other', { timeout: 60_000 }, async () => {
    const directory = temporaryDirectory();
    const program = await buildProgram('tests/support/write-settings.ts');
    const run = async (letter: string) => {
      const child = spawn(process.execPath, [program, directory, letter, '40'], { stdio: 'inherit' });
      const [code] = (await once(child, 'exit')) as [number];
      return code;
    };
    expect(await Promise.all([run('a'), run('b'), run('c')])).toEqual([0, 0, 0]);
    const store = new EnvironmentStore({ documents: createConfDocuments(directory), notices: new NoticeCollector() });
    const names = store.read().identities.map(({ name }) => name);
    expect(new Set(names).size).toBe(120);
    for (const letter of ['a', 'b', 'c']) {
      const own = names.filter((name) => name.startsWith(letter));
      expect(own).toEqual(Array.from({ length: 40 }, (_, index) => `${letter}${index}`));
    }
    expect(readdirSync(directory)).toEqual(['environments.json']);
  });

  test('a lock that a killed process left is taken over', () => {
    const { path, document } = openPets(null);
    // No process has this number: it is above every system's largest.
    writeFileSync(`${path}.lock`, '99999999 text');
    document.update(addRex);
    expect(document.read().pets.length).toBe(1);
  });

  test.each([
    ['that an unrelated process has the number of by now', String(process.ppid), -3],
    ['without a text', '', -3],
    ['of a clock that was set back', String(process.ppid), 3_600],
  ])('an old lock %s is taken over at once', (_what, text, ageSeconds) => {
    const { directory, path, document } = openPets(null);
    writeFileSync(`${path}.lock`, text);
    const changedAt = Date.now() / 1000 + ageSeconds;
    utimesSync(`${path}.lock`, changedAt, changedAt);
    const startedAt = performance.now();
    document.update(addRex);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect([document.read().pets.length, readdirSync(directory)]).toEqual([1, ['pets.json']]);
  });

  test('a lock that has just been made is waited for, and taken over before the write is given up', () => {
    const { path, document } = openPets(null);
    writeFileSync(`${path}.lock`, '');
    const startedAt = performance.now();
    document.update(addRex);
    expect(performance.now() - startedAt).toBeGreaterThan(1_000);
    expect(document.read().pets.length).toBe(1);
  });

  test('a lock that was lost to another is left to it', () => {
    const { path } = openPets(null);
    withFileLock(path, () => writeFileSync(`${path}.lock`, 'another'));
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe('another');
  });
});

describe('settings and workspace', () => {
  test('a partial change keeps the rest, is told, and is there for the next start', () => {
    const directory = temporaryDirectory();
    const notices = new NoticeCollector();
    const settings = new SettingsService({ documents: createConfDocuments(directory), notices });
    const told: unknown[] = [];
    settings.onChange((value) => told.push(value));
    expect(settings.get()).toEqual(defaultSettings);
    const changed = settings.update({ theme: 'dark', layout: undefined });
    expect([changed, told]).toEqual([{ ...defaultSettings, theme: 'dark' }, [changed]]);
    expect(new SettingsService({ documents: createConfDocuments(directory), notices }).get()).toEqual(changed);
  });

  const openWorkspace = (directory: string, secretBox: SecretBox) =>
    new WorkspaceService({ documents: createConfDocuments(directory), notices: new NoticeCollector(), secretBox });

  test('the workspace is kept whole', async () => {
    const directory = temporaryDirectory();
    expect(await openWorkspace(directory, noSecretBox).load()).toEqual(emptyWorkspace);
    const workspace = { ...emptyWorkspace, environmentId: 'sandbox', panelSizes: { side: 22.5 } };
    await openWorkspace(directory, noSecretBox).save(workspace);
    expect(await openWorkspace(directory, noSecretBox).load()).toEqual(workspace);
  });

  test('a secret typed into a draft is never written in clear: sealed, or its mask where there is no key store', async () => {
    const request = {
      ...sampleExchange('x').request,
      headers: [{ name: 'Authorization', value: 'Bearer typed-secret', isEnabled: true }],
    };
    const tab = { id: 't', name: 'Draft', source: null, request, isDirty: true, exchangeId: null };
    const workspace = { ...emptyWorkspace, tabs: [tab] };
    for (const [secretBox, value] of [
      [createTestSecretBox(), 'Bearer typed-secret'],
      [noSecretBox, '••••••••'],
    ] as const) {
      const directory = temporaryDirectory();
      await openWorkspace(directory, secretBox).save(workspace);
      expect(readFileSync(join(directory, 'workspace.json'), 'utf8')).not.toContain('typed-secret');
      const loaded = await openWorkspace(directory, secretBox).load();
      expect(loaded.tabs[0]?.request.headers).toEqual([{ name: 'Authorization', value, isEnabled: true }]);
    }
  });

  test('what the first release stored is read by every later one', () => {
    const directory = temporaryDirectory();
    const stored = { theme: 'light', layout: 'beside', defaultTimeoutMs: 10_000 } as const;
    writeFileSync(join(directory, 'settings.json'), JSON.stringify({ version: 1, content: stored }));
    const notices = new NoticeCollector();
    const settings = new SettingsService({ documents: createConfDocuments(directory), notices }).get();
    expect([settings, notices.list()]).toEqual([stored, []]);
  });
});
