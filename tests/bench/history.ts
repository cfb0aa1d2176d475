import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHistory } from '#electron/core/history/open-history.ts';
import { NoticeCollector } from '#electron/core/storage/notice-collector.ts';
import type { HistoryFilter } from '#shared/domain/history/history.ts';
import { pendingExchange, sampleExchange } from '../support/sample-exchange.ts';
import { median } from './median.ts';

export interface HistoryFigures {
  readonly entries: number;
  /** Recording the beginning and the end of an exchange, each in a transaction. */
  readonly insertMs: number;
  readonly slowestInsertMs: number;
  readonly openMs: number;
  readonly latestMs: number;
  readonly statusMs: number;
  readonly rareStatusMs: number;
  readonly commonWordMs: number;
  readonly skuMs: number;
  readonly wordAndStatusMs: number;
  readonly removeThousandMs: number;
  readonly megabytes: number;
}

const words = ['Harbour', 'Summit', 'Courier', 'Market', 'Enamel', 'Stoneware', 'Field', 'Rollerball', 'Gooseneck'];

/** An answer of about 8 kB in which each line differs, so that the index grows as a real one does. */
function answer(index: number): Uint8Array {
  const lines: string[] = [];
  for (let line = 0; line < 80; line += 1) {
    const word = words[(index * 7 + line) % words.length] ?? '';
    lines.push(
      `{"id":${index * 80 + line},"sku":"24-MB${index}-${line}","name":"${word} ${(index * 31 + line) % 997}","price":${line}}`,
    );
  }
  return new TextEncoder().encode(`{"items":[${lines.join(',')}]}`);
}

/** Fills a history as use does, and measures what the list asks of it: medians in milliseconds. */
export async function benchHistory(entries = Number(process.env['BENCH_ENTRIES'] ?? 10_000)): Promise<HistoryFigures> {
  const directory = mkdtempSync(join(tmpdir(), 'lodestone-bench-'));
  const open = () => openHistory({ directory, notices: new NoticeCollector(), clock: { now: () => Date.now() } });
  try {
    const writer = open();
    const inserts: number[] = [];
    for (let index = 0; index < entries; index += 1) {
      const id = `exchange-${index}`;
      const status = index % 1_000 === 0 ? 503 : index % 20 === 0 ? 401 : 200;
      const ended = sampleExchange(id, { outcome: { kind: 'response', status, statusText: '' } });
      const body = { kind: 'memory', bytes: answer(index) } as const;
      const startedAt = performance.now();
      writer.begin(pendingExchange(id));
      await writer.finish(ended, body);
      inserts.push(performance.now() - startedAt);
    }
    writer.close();
    const openings: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const startedAt = performance.now();
      const store = open();
      openings.push(performance.now() - startedAt);
      store.close();
    }
    const store = open();
    const list = (filter: Partial<HistoryFilter>): number =>
      medianOf(() => store.list({ filter: { text: '', status: '', ...filter }, before: null, limit: 100 }));
    const reads = {
      latestMs: list({}),
      statusMs: list({ status: '4xx' }),
      rareStatusMs: list({ status: '503' }),
      commonWordMs: list({ text: 'harbour' }),
      skuMs: list({ text: `24-MB${Math.floor(entries / 2)}-7` }),
      wordAndStatusMs: list({ text: 'harbour', status: '401' }),
    };
    const megabytes = sizeOf(directory) / 1e6;
    const removedAt = performance.now();
    await store.remove(Array.from({ length: Math.min(1_000, entries) }, (_, index) => `exchange-${index}`));
    const removeThousandMs = performance.now() - removedAt;
    store.close();
    return {
      entries,
      insertMs: median(inserts),
      slowestInsertMs: Math.max(...inserts.slice(-10_000)),
      openMs: median(openings),
      ...reads,
      removeThousandMs,
      megabytes,
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function medianOf(work: () => unknown): number {
  const times = Array.from({ length: 21 }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  });
  return median(times);
}

function sizeOf(directory: string): number {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((total, file) => total + statSync(join(file.parentPath, file.name)).size, 0);
}
