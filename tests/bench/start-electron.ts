// Starts an Electron app as a user would and talks to its page over the DevTools protocol, so that no test harness's own
// start is measured.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';

export interface StartedApp {
  readonly page: Page;
  /** Milliseconds since 1970 just before the process was started. */
  readonly spawnedAtMs: number;
  close(): Promise<void>;
}

/** Starts the app in `directory` with a data folder of its own (or a given one) and waits for its DevTools endpoint. */
export async function startElectron(directory: string, dataDirectory?: string): Promise<StartedApp> {
  const electron = createRequire(import.meta.url)('electron') as string;
  const data = dataDirectory ?? mkdtempSync(join(tmpdir(), 'lodestone-bench-'));
  const flags = ['--remote-debugging-port=0', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const spawnedAtMs = Date.now();
  const child = spawn(electron, [...flags, directory], {
    env: { ...process.env, LODESTONE_DATA_DIR: data },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const browser = await chromium.connectOverCDP(await devToolsEndpoint(child));
  return {
    page: await firstPage(browser),
    spawnedAtMs,
    close: async () => {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await exited;
      await browser.close();
      // Its helper processes may outlive it for a moment and still write.
      if (!dataDirectory) await rm(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

/** Milliseconds from the process's start to a mark of its page. */
export async function millisecondsToMark(app: StartedApp, mark: string): Promise<number> {
  await app.page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, { polling: 20 });
  const markedAtMs = await app.page.evaluate(
    (name) => performance.timeOrigin + (performance.getEntriesByName(name)[0]?.startTime ?? NaN),
    mark,
  );
  return markedAtMs - app.spawnedAtMs;
}

function devToolsEndpoint(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      const endpoint = /DevTools listening on (ws:\S+)/.exec(seen)?.[1];
      if (endpoint) resolve(endpoint);
    });
    child.once('exit', (code) => {
      reject(new Error(`Electron ended with code ${String(code)} before it opened a page:\n${seen}`));
    });
  });
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('The app has no browser context.');
  return context.pages()[0] ?? context.waitForEvent('page');
}
