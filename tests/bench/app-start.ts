import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median } from './median.ts';
import { millisecondsToMark, startElectron } from './start-electron.ts';

export interface AppStartFigures {
  readonly runs: number;
  readonly emptyWindowMs: number;
  /** With a new data folder: the sample collection and the caches are made. */
  readonly firstStartMs: number;
  readonly firstStartRatio: number;
  /** With the data folder of an earlier start, as users start it every day. */
  readonly laterStartMs: number;
  readonly laterStartRatio: number;
}

/** Start to first interactive paint of the app against an empty Electron window, run in turns; medians. */
export async function benchAppStart(runs = 9): Promise<AppStartFigures> {
  const kept = mkdtempSync(join(tmpdir(), 'lodestone-bench-'));
  const empty: number[] = [];
  const first: number[] = [];
  const later: number[] = [];
  try {
    // One round more than is counted: the first finds cold disk caches and fills the kept folder.
    for (let round = 0; round <= runs; round += 1) {
      const emptyMs = await timeOne(resolve('tests/bench/empty-app'));
      const firstMs = await timeOne(resolve('.'));
      const laterMs = await timeOne(resolve('.'), kept);
      if (round === 0) continue;
      empty.push(emptyMs);
      first.push(firstMs);
      later.push(laterMs);
    }
  } finally {
    await rm(kept, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
  return {
    runs,
    emptyWindowMs: median(empty),
    firstStartMs: median(first),
    firstStartRatio: median(first) / median(empty),
    laterStartMs: median(later),
    laterStartRatio: median(later) / median(empty),
  };
}

async function timeOne(directory: string, dataDirectory?: string): Promise<number> {
  const started = await startElectron(directory, dataDirectory);
  try {
    return await millisecondsToMark(started, 'lodestone:interactive');
  } finally {
    await started.close();
  }
}
