// End-to-end tests drive the built app in real Electron; `npm test -- e2e` builds it first and gives it a display.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // One app at a time: windows share the display and its focus.
  workers: 1,
  fullyParallel: false,
  // A test that passes the second time has failed.
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
});
