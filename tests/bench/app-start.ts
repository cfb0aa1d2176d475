import { resolve } from 'node:path';
import { median } from './median.ts';
import { millisecondsToMark, startElectron } from './start-electron.ts';

export interface AppStartFigures {
  readonly runs: number;
  readonly emptyWindowMs: number;
  readonly interactiveMs: number;
  readonly ratio: number;
}

/** Start to first interactive paint of the app against an empty Electron window, run in turns; medians. */
export async function benchAppStart(runs = 9): Promise<AppStartFigures> {
  const empty: number[] = [];
  const app: number[] = [];
  // One round more than is counted: the first finds cold disk caches.
  for (let round = 0; round <= runs; round += 1) {
    const emptyMs = await timeOne(resolve('tests/bench/empty-app'));
    const appMs = await timeOne(resolve('.'));
    if (round === 0) continue;
    empty.push(emptyMs);
    app.push(appMs);
  }
  return {
    runs,
    emptyWindowMs: median(empty),
    interactiveMs: median(app),
    ratio: median(app) / median(empty),
  };
}

async function timeOne(directory: string): Promise<number> {
  const started = await startElectron(directory);
  try {
    return await millisecondsToMark(started, 'lodestone:interactive');
  } finally {
    await started.close();
  }
}
