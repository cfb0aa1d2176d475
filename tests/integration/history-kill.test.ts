// What was acknowledged is there whatever happens to the process: a program records exchanges in a loop and is killed
// with -9 in the middle, again and again on the same history.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openHistory } from '#electron/core/history/open-history.ts';
import { NoticeCollector } from '#electron/core/storage/notice-collector.ts';
import { buildProgram } from '../support/build-program.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const clock = { now: () => Date.now() };
const everything = { text: '', status: '' };

/** Runs the program until it has finished some exchanges, kills it, and tells what it said. */
async function recordAndKill(program: string, directory: string, afterLines: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === afterLines) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return lines;
}

test(
  'nothing acknowledged is lost by kill -9, and what was under way is interrupted',
  { timeout: 60_000 },
  async () => {
    const directory = temporaryDirectory();
    const program = await buildProgram('tests/support/write-history.ts');
    const finished = new Set<string>();
    const begun = new Set<string>();
    for (const afterLines of [1, 2, 7, 20, 41, 60, 83, 104, 127, 150]) {
      for (const line of await recordAndKill(program, directory, afterLines)) {
        const [word, id = ''] = line.split(' ');
        if (word === 'begun') begun.add(id);
        if (word === 'finished') finished.add(id);
      }
    }
    const notices = new NoticeCollector();
    const store = openHistory({ directory, notices, clock });
    onTestFinished(() => store.close());
    const { entries } = store.list({ filter: everything, before: null, limit: 100_000 });
    const outcomes = new Map(entries.map(({ id, outcome }) => [id, outcome]));
    expect([...begun].filter((id) => !outcomes.has(id))).toEqual([]);
    expect([...finished].filter((id) => outcomes.get(id) !== 'response')).toEqual([]);
    expect(entries.filter(({ outcome }) => outcome !== 'response' && outcome !== 'interrupted')).toEqual([]);
    for (const { id, outcome } of entries) {
      expect(store.get(id).outcome.kind).toBe(outcome);
      const { bytes, sizeBytes } = await store.readBody(id, 0, 200_000);
      expect([id, bytes.byteLength, outcome === 'response' ? sizeBytes > 0 : sizeBytes === 0]).toEqual([
        id,
        sizeBytes,
        true,
      ]);
    }
    const files = readdirSync(join(directory, 'bodies'), { recursive: true, withFileTypes: true });
    expect(files.filter((file) => file.isFile() && !/^[0-9a-f]{64}$/.test(file.name)).length).toBeLessThanOrEqual(10);
    expect(notices.list()).toEqual([]);
  },
);

test('what a process that still runs has under way stays pending', { timeout: 30_000 }, async () => {
  const directory = temporaryDirectory();
  const program = await buildProgram('tests/support/write-history.ts');
  const child = spawn(process.execPath, [program, directory, 'hold'], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(createInterface({ input: child.stdout }), 'line');
  const store = openHistory({ directory, notices: new NoticeCollector(), clock });
  onTestFinished(() => store.close());
  const outcomes = () =>
    store.list({ filter: everything, before: null, limit: 10 }).entries.map(({ outcome }) => outcome);
  expect(outcomes()).toEqual(['pending']);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const later = openHistory({ directory, notices: new NoticeCollector(), clock });
  onTestFinished(() => later.close());
  expect(outcomes()).toEqual(['interrupted']);
});

test.each(['es', 'cjs'] as const)(
  'the driver is found from a bundle of format %s',
  { timeout: 30_000 },
  async (format) => {
    const program = await buildProgram('tests/support/write-history.ts', format);
    const output = execFileSync(process.execPath, [program, temporaryDirectory(), '1'], { encoding: 'utf8' });
    expect(output).toMatch(/^begun (\S+)\nfinished \1\n$/);
  },
);
