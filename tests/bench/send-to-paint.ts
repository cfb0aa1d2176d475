import { resolve } from 'node:path';
import { median } from './median.ts';
import { startElectron } from './start-electron.ts';

const paintedMark = 'lodestone:response-painted';

/** Pressing Send until the response is painted, in the running app against its sandbox; milliseconds, medians. */
export async function benchSendToPaint(runs = 30): Promise<{ readonly runs: number; readonly sendToPaintMs: number }> {
  const app = await startElectron(resolve('.'));
  try {
    const { page } = app;
    await page.getByText(/Sandbox on/).waitFor();
    await page.getByRole('treeitem', { name: /Store configuration/ }).click();
    await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
    const times: number[] = [];
    for (let round = 0; round <= runs; round += 1) {
      const time = await page.evaluate(sendAndWait, paintedMark);
      // The first send opens the history and the connection.
      if (round > 0) times.push(time);
    }
    return { runs, sendToPaintMs: median(times) };
  } finally {
    await app.close();
  }
}

/** Runs in the page: clicks Send and resolves with the milliseconds to the next mark. */
function sendAndWait(mark: string): Promise<number> {
  performance.clearMarks(mark);
  const send = [...document.querySelectorAll('button')].find((button) => button.textContent.startsWith('Send'));
  const startedAt = performance.now();
  send?.click();
  return new Promise((resolvePaint) => {
    new PerformanceObserver((list, observer) => {
      const [entry] = list.getEntriesByName(mark);
      if (!entry) return;
      observer.disconnect();
      resolvePaint(entry.startTime - startedAt);
    }).observe({ type: 'mark' });
  });
}
