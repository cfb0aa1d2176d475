import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { HistoryStore } from '#electron/core/history/history-store.ts';
import { openHistory } from '#electron/core/history/open-history.ts';
import { openSqlite } from '#electron/core/history/sqlite.ts';
import { NoticeCollector } from '#electron/core/storage/notice-collector.ts';
import type { HistoryFilter } from '#shared/domain/history/history.ts';
import { pendingExchange, sampleExchange } from '../support/sample-exchange.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const clock = { now: () => Date.UTC(2026, 10, 23, 21, 46, 7, 120) };
const everything: HistoryFilter = { text: '', status: '' };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const inMemory = (text: string) => ({ kind: 'memory', bytes: bytesOf(text) }) as const;

function open(directory: string, notices = new NoticeCollector(), busyTimeoutMs = 200): HistoryStore {
  const store = openHistory({ directory, notices, clock, busyTimeoutMs });
  onTestFinished(() => store.close());
  return store;
}

const idsOf = (store: HistoryStore, filter: Partial<HistoryFilter>) =>
  store.list({ filter: { ...everything, ...filter }, before: null, limit: 100 }).entries.map(({ id }) => id);

describe('recording', () => {
  test('an exchange is there from its beginning, and whole when it has ended', async () => {
    const store = open(temporaryDirectory());
    let changes = 0;
    store.onChange(() => (changes += 1));
    store.begin(pendingExchange('a'));
    expect(store.list({ filter: everything, before: null, limit: 10 })).toEqual({
      entries: [
        {
          id: 'a',
          sequence: 1,
          startedAt: '2026-11-23T21:46:07.120Z',
          method: 'GET',
          url: '/V1/products/24-MB01',
          requestName: 'One product',
          outcome: 'pending',
          status: null,
          environmentName: 'Sandbox',
          identityName: 'Admin',
          identityKind: 'admin',
          durationMs: null,
          sizeBytes: null,
        },
      ],
      nextBefore: null,
    });
    await store.finish(sampleExchange('a'), inMemory('{"sku":"24-MB01"}'));
    expect(store.get('a')).toEqual(sampleExchange('a'));
    expect(store.list({ filter: everything, before: null, limit: 10 }).entries[0]).toMatchObject({
      outcome: 'response',
      status: 200,
      sizeBytes: 14,
      durationMs: 12.5,
      url: 'http://127.0.0.1:1/rest/default/V1/products/24-MB01',
    });
    expect([store.count(), changes]).toEqual([1, 2]);
  });

  test('what is closed is there when it is opened again', async () => {
    const directory = temporaryDirectory();
    const first = openHistory({ directory, notices: new NoticeCollector(), clock });
    await first.finish(sampleExchange('a'), inMemory('kept'));
    first.close();
    const second = open(directory);
    expect(second.get('a')).toEqual(sampleExchange('a'));
    expect(await second.readBody('a', 0, 10)).toEqual({ bytes: bytesOf('kept'), sizeBytes: 4 });
  });

  test('an exchange that is not there is missing, by a sentence', async () => {
    const store = open(temporaryDirectory());
    expect(() => store.get('nobody')).toThrow('This exchange is not in the history.');
    await expect(store.readBody('nobody', 0, 1)).rejects.toThrow('This exchange is not in the history.');
  });
});

describe('bodies', () => {
  test('small ones stand in the database, large ones once in a file by their hash, and both are read in parts', async () => {
    const directory = temporaryDirectory();
    const store = open(directory);
    const large = 'x'.repeat(64 * 1024) + 'end';
    const hash = createHash('sha256').update(large).digest('hex');
    await store.finish(sampleExchange('small'), inMemory('0123456789'));
    await store.finish(sampleExchange('large'), inMemory(large));
    await store.finish(sampleExchange('twin'), inMemory(large));
    expect(await store.readBody('small', 4, 3)).toEqual({ bytes: bytesOf('456'), sizeBytes: 10 });
    expect(await store.readBody('small', 10, 3)).toEqual({ bytes: bytesOf(''), sizeBytes: 10 });
    expect(await store.readBody('large', 65_536, 1_000_000)).toEqual({ bytes: bytesOf('end'), sizeBytes: 65_539 });
    expect(await store.readBody('twin', 70_000, 10)).toEqual({ bytes: bytesOf(''), sizeBytes: 65_539 });
    const path = join(directory, 'bodies', hash.slice(0, 2), hash);
    expect(readFileSync(path, 'utf8')).toBe(large);
    await store.remove(['large', 'small']);
    expect(existsSync(path)).toBe(true);
    await store.remove(['twin']);
    expect([existsSync(path), store.count()]).toEqual([false, 0]);
  });

  test('a spilled file is moved into its place', async () => {
    const directory = temporaryDirectory();
    const store = open(directory);
    const spilled = join(directory, 'spilled');
    writeFileSync(spilled, 'spilled text');
    const sha256 = createHash('sha256').update('spilled text').digest('hex');
    await store.finish(sampleExchange('a'), { kind: 'file', path: spilled, sha256, sizeBytes: 12 });
    expect(existsSync(spilled)).toBe(false);
    expect(await store.readBody('a', 8, 100)).toEqual({ bytes: bytesOf('text'), sizeBytes: 12 });
    expect(idsOf(store, { text: 'spilled' })).toEqual(['a']);
    expect(readdirSync(join(directory, 'bodies', sha256.slice(0, 2)))).toEqual([sha256]);
  });

  test('a body whose file is gone is told of', async () => {
    const directory = temporaryDirectory();
    const store = open(directory);
    await store.finish(sampleExchange('a'), inMemory('y'.repeat(100_000)));
    rmSync(join(directory, 'bodies'), { recursive: true });
    await expect(store.readBody('a', 0, 10)).rejects.toThrow('The body of this answer is not kept any more.');
  });
});

describe('listing', () => {
  test('pages go from the newest to the oldest without overlap', async () => {
    const store = open(temporaryDirectory());
    for (const id of ['1', '2', '3', '4', '5']) await store.finish(sampleExchange(id), null);
    const pages: string[][] = [];
    let before: number | null = null;
    do {
      const page = store.list({ filter: everything, before, limit: 2 });
      pages.push(page.entries.map(({ id }) => id));
      before = page.nextBefore;
    } while (before !== null);
    expect(pages).toEqual([['5', '4'], ['3', '2'], ['1']]);
  });

  test('is narrowed by status, by text, and by both', async () => {
    const store = open(temporaryDirectory());
    const answered = (id: string, status: number) =>
      sampleExchange(id, { outcome: { kind: 'response', status, statusText: '' } });
    await store.finish(answered('ok', 200), inMemory('{"name":"Joust Duffle Bag Café"}'));
    await store.finish(answered('unauthorised', 401), inMemory('{"message":"The consumer isn\'t authorized"}'));
    await store.finish(answered('missing', 404), inMemory('no such product'));
    store.begin(pendingExchange('pending'));
    await store.finish(sampleExchange('cancelled', { outcome: { kind: 'cancelled' }, body: null }), null);
    const cases: readonly [Partial<HistoryFilter>, readonly string[]][] = [
      [{ status: '401' }, ['unauthorised']],
      [{ status: '4xx' }, ['missing', 'unauthorised']],
      [{ status: 'pending' }, ['pending']],
      [{ status: 'cancelled' }, ['cancelled']],
      [{ status: 'failed' }, []],
      [{ status: 'nonsense' }, []],
      [{ text: 'joust duf' }, ['ok']],
      [{ text: 'CAFE' }, ['ok']],
      [{ text: '24-MB0', status: '4XX' }, ['missing', 'unauthorised']],
      [{ text: 'content-type: application/json', status: '200' }, ['ok']],
      [{ text: '"isn\'t authorized"' }, ['unauthorised']],
      [{ text: 'OR AND NOT ( * ^ :' }, []],
      [{ text: 'nowhere' }, []],
    ];
    expect(cases.map(([filter]) => [filter, idsOf(store, filter)])).toEqual(cases);
  });
});

describe('two processes on one history', () => {
  test('see what the other wrote and write in turn', async () => {
    const directory = temporaryDirectory();
    const [app, cli] = [open(directory), open(directory)];
    for (let index = 0; index < 5; index += 1) {
      app.begin(pendingExchange(`app-${index}`));
      cli.begin(pendingExchange(`cli-${index}`));
      await app.finish(sampleExchange(`app-${index}`), inMemory('same'));
      await cli.finish(sampleExchange(`cli-${index}`), inMemory('same'));
      expect([app.get(`cli-${index}`).id, cli.get(`app-${index}`).id]).toEqual([`cli-${index}`, `app-${index}`]);
    }
    expect([app.count(), cli.count()]).toEqual([10, 10]);
  });

  test('a write lock that is held for too long is an error by a sentence, and nothing is half-written', () => {
    const directory = temporaryDirectory();
    const store = open(directory);
    const other = openSqlite(join(directory, 'history.db'), { busyTimeoutMs: 100 });
    other.exec('BEGIN IMMEDIATE');
    expect(() => store.begin(pendingExchange('a'))).toThrow(/could not be used \(SQLITE_BUSY\)/);
    other.exec('ROLLBACK');
    other.close();
    store.begin(pendingExchange('a'));
    expect(store.count()).toBe(1);
  });
});

describe('a history in a bad state', () => {
  test('that is no database is set aside whole, and a new one begun', async () => {
    const parent = temporaryDirectory();
    const directory = join(parent, 'history');
    mkdirSync(join(directory, 'bodies'), { recursive: true });
    writeFileSync(join(directory, 'history.db'), 'this is no database '.repeat(500));
    const notices = new NoticeCollector();
    const store = open(directory, notices);
    await store.finish(sampleExchange('a'), null);
    const aside = join(parent, 'history.damaged-2026-11-23T21-46-07-120');
    expect(readdirSync(parent).sort()).toEqual(['history', 'history.damaged-2026-11-23T21-46-07-120']);
    expect(readFileSync(join(aside, 'history.db'), 'utf8')).toContain('this is no database');
    expect(notices.list()).toEqual([
      {
        id: 'notice-1',
        level: 'warning',
        message: 'The history was damaged, so Lodestone began a new one.',
        nextStep: `The damaged history is kept in “${aside}”; remove that folder when you no longer need it.`,
      },
    ]);
  });

  test('that broke off is noticed when it is used, and set aside at the next start', async () => {
    const parent = temporaryDirectory();
    const directory = join(parent, 'history');
    const first = openHistory({ directory, notices: new NoticeCollector(), clock });
    for (let index = 0; index < 200; index += 1)
      await first.finish(sampleExchange(String(index)), inMemory('x'.repeat(5_000)));
    first.close();
    const database = readFileSync(join(directory, 'history.db'));
    // Everything but the first pages, which name the tables, is overwritten.
    writeFileSync(join(directory, 'history.db'), database.fill(0xff, 16_384));
    const notices = new NoticeCollector();
    const second = openHistory({ directory, notices, clock });
    if (notices.list().length === 0) {
      expect(() => idsOf(second, {})).toThrow('The history’s database is damaged.');
      second.close();
      const third = open(directory, notices);
      expect(third.count()).toBe(0);
    } else second.close();
    expect(notices.list().map(({ message }) => message)).toEqual([
      'The history was damaged, so Lodestone began a new one.',
    ]);
  });

  test('of a newer release is left alone, and the session has a history of its own', async () => {
    const directory = temporaryDirectory();
    const first = openHistory({ directory, notices: new NoticeCollector(), clock });
    await first.finish(sampleExchange('old'), null);
    first.close();
    const database = openSqlite(join(directory, 'history.db'), { busyTimeoutMs: 100 });
    database.run('INSERT INTO migration (number, name, hash) VALUES (?, ?, ?)', [99, 'of the future', 'x']);
    database.close();
    const before = readFileSync(join(directory, 'history.db'));
    const notices = new NoticeCollector();
    const store = open(directory, notices);
    await store.finish(sampleExchange('new'), inMemory('z'.repeat(100_000)));
    expect([store.count(), (await store.readBody('new', 0, 1)).sizeBytes]).toEqual([1, 100_000]);
    expect(readFileSync(join(directory, 'history.db'))).toEqual(before);
    expect(notices.list()[0]?.message).toMatch(/^The history was written by a newer Lodestone and is left untouched\./);
  });

  test('in a place that can’t be a folder does not keep the app from starting', async () => {
    const parent = temporaryDirectory();
    writeFileSync(join(parent, 'file'), '');
    const notices = new NoticeCollector();
    const store = open(join(parent, 'file', 'history'), notices);
    await store.finish(sampleExchange('a'), null);
    expect([store.count(), notices.list().length]).toEqual([1, 1]);
  });
});
