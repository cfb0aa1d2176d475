// The real app in real Electron, each test with a data folder of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';

export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
}

interface AppFixtures {
  /** The data folder of this test; it outlives restarts of the app within the test. */
  readonly dataDirectory: string;
  /** Starts the app on the test's data folder and waits until the workbench can be used. */
  readonly launch: () => Promise<RunningApp>;
}

export const test = base.extend<AppFixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern.
  dataDirectory: async ({}, use) => {
    const directory = mkdtempSync(join(tmpdir(), 'lodestone-e2e-'));
    await use(directory);
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  },
  launch: async ({ dataDirectory }, use) => {
    const running: ElectronApplication[] = [];
    await use(async () => {
      const electron = await _electron.launch({
        args: ['.'],
        env: { ...environmentOfThisProcess(), LODESTONE_DATA_DIR: dataDirectory },
      });
      running.push(electron);
      const page = await electron.firstWindow();
      await page.getByRole('main').waitFor();
      return { electron, page };
    });
    for (const electron of running) await electron.close().catch(() => undefined);
  },
});

export { expect } from '@playwright/test';

function environmentOfThisProcess(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
