// Point 5 of the main job: the history is written before the answer is shown, and survives whatever happens to the app.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '#tests/support/app-fixture.ts';
import { startTortureServer } from '#tests/support/torture-server.ts';
import { Workbench } from '#tests/support/workbench.ts';

test('an exchange is found by text and status, opened, and replayed after a restart', async ({ launch }) => {
  const first = await launch();
  const before = new Workbench(first.page);
  await before.waitForSandbox();
  for (const name of ['Store configuration', 'One product', 'Not allowed as guest']) {
    await before.openSample(name);
    await before.send();
    await expect(before.status).toContainText(/\d{3}/);
  }
  await first.electron.close();

  const { page } = await launch();
  const workbench = new Workbench(page);
  await workbench.waitForSandbox();
  await workbench.openPanel('History');
  await expect(workbench.historyLines).toHaveCount(3);
  await workbench.sidePanel.getByLabel('Search URLs, headers and bodies').fill('24-MB01');
  await expect(workbench.historyLines).toHaveCount(1);
  await workbench.sidePanel.getByLabel('Search URLs, headers and bodies').fill('');
  await workbench.sidePanel.getByRole('radio', { name: '4xx' }).click();
  await expect(workbench.historyLines).toHaveCount(1);
  await workbench.sidePanel.getByRole('radio', { name: 'All' }).click();
  await workbench.historyLines.filter({ hasText: '24-MB01' }).click();
  const exchange = page.getByRole('region', { name: 'Exchange' });
  await expect(exchange).toContainText('200 OK');
  await exchange.getByRole('button', { name: /Replay/ }).click();
  await expect(workbench.historyLines).toHaveCount(4);
});

test('nothing that was shown is lost by kill -9, and what was under way says so', async ({ launch }) => {
  const server = await startTortureServer();
  try {
    const first = await launch();
    const before = new Workbench(first.page);
    await before.waitForSandbox();
    await before.openSample('One product');
    await before.send();
    await expect(before.status).toContainText('200 OK');
    await before.chooseIdentity('Guest');
    await before.newRequest(`${server.url}/never`);
    await before.request.getByRole('tab', { name: /Notes/ }).click();
    await before.request.getByRole('textbox', { name: /notes/i }).fill('typed a moment ago');
    await before.send();
    await before.request.getByRole('button', { name: 'Cancel' }).waitFor();
    const closed = first.electron.waitForEvent('close');
    first.electron.process().kill('SIGKILL');
    await closed;

    const { page } = await launch();
    const workbench = new Workbench(page);
    await workbench.waitForSandbox();
    await workbench.openPanel('History');
    await expect(workbench.historyLines).toHaveCount(2);
    await expect(workbench.historyLines.first()).toHaveAccessibleName(/interrupted/);
    await workbench.request.getByRole('tab', { name: /Notes/ }).click();
    await expect(workbench.request.getByRole('textbox', { name: /notes/i })).toHaveValue('typed a moment ago');
  } finally {
    await server.close();
  }
});

test('damaged files are set aside with a copy and a notice, and the app starts', async ({ launch, dataDirectory }) => {
  const first = await launch();
  await new Workbench(first.page).waitForSandbox();
  await first.electron.close();
  writeFileSync(join(dataDirectory, 'environments.json'), '{"environments": [');
  writeFileSync(
    join(dataDirectory, 'history', 'history.db'),
    'this is no database, but long enough to be read as one'.repeat(100),
  );

  const { page } = await launch();
  const workbench = new Workbench(page);
  await workbench.waitForSandbox();
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('environments');
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('history');
  await workbench.openSample('One product');
  await workbench.send();
  await expect(workbench.status).toContainText('200 OK');
  const names = readdirSync(dataDirectory, { recursive: true }).map(String);
  expect(names.filter((name) => /environments.*damaged|environments-.*\.json/.test(name))).toHaveLength(1);
});

test('no secret of the sandbox stands in any file of the data folder', async ({ launch, dataDirectory }) => {
  const { page, electron } = await launch();
  const workbench = new Workbench(page);
  await workbench.waitForSandbox();
  for (const name of ['Store configuration', 'One product', 'My customer data']) {
    await workbench.openSample(name);
    await workbench.send();
    await expect(workbench.status).toContainText('200 OK');
  }
  await electron.close();
  const { admins, customers, integrations } = (await import('#electron/sandbox/seed/default-seed.ts')).defaultSeed();
  const secrets = [
    ...admins.map(({ password }) => password),
    ...customers.map(({ password }) => password),
    ...integrations.flatMap(({ consumerSecret, accessToken, accessTokenSecret }) => [
      consumerSecret,
      accessToken,
      accessTokenSecret,
    ]),
  ].filter((secret): secret is string => Boolean(secret));
  const files = readdirSync(dataDirectory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const found = files.flatMap((entry) => {
    const bytes = readFileSync(join(entry.parentPath, entry.name), 'latin1');
    return secrets.filter((secret) => bytes.includes(secret)).map((secret) => `${entry.name}: ${secret}`);
  });
  expect(found).toEqual([]);
});
