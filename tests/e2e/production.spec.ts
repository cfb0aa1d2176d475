// Production is never written to by accident, and the history's mask is never sent as data.
import { defaultSeed } from '#electron/sandbox/seed/default-seed.ts';
import { expect, test } from '#tests/support/app-fixture.ts';
import { Workbench } from '#tests/support/workbench.ts';

test('a write to production asks, in the page and in main', async ({ launch }) => {
  const { page } = await launch();
  const workbench = new Workbench(page);
  await workbench.waitForSandbox();
  const refused = await page.evaluate(async () => {
    const list = await window.lodestone.call('1', 'environments.list', null);
    if (!list.ok) throw new Error('no environments');
    const [environment] = list.value as [{ id: string }];
    const { id } = environment;
    await window.lodestone.call('2', 'environments.update', { id, draft: { ...environment, isProduction: true } });
    const request = {
      method: 'DELETE',
      url: '/V1/products/24-MB01',
      parameters: [],
      headers: [],
      body: { kind: 'none' },
      sendAs: 'admin',
      isExact: false,
      timeoutMs: 0,
      notes: '',
    };
    const input = { request, requestName: '', environmentId: id, identityId: null, isConfirmed: false };
    return window.lodestone.call('3', 'exchange.send', input);
  });
  expect(refused).toMatchObject({ ok: false, failure: { error: { code: 'request.unconfirmed' } } });

  await workbench.openSample('Product with stock');
  await workbench.send();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await workbench.openPanel('History');
  await expect(workbench.historyLines).toHaveCount(0);
  await workbench.send();
  await page.getByRole('dialog').getByRole('button', { name: /Send/ }).click();
  await expect(workbench.status).toContainText('200 OK');
});

test('replaying a request whose password the history has masked sends nothing', async ({ launch }) => {
  const { page } = await launch();
  const workbench = new Workbench(page);
  await workbench.waitForSandbox();
  await workbench.chooseIdentity('Guest');
  await page.evaluate(
    async (body) => {
      const list = await window.lodestone.call('1', 'environments.list', null);
      if (!list.ok) throw new Error('no environments');
      const [{ id }] = list.value as [{ id: string }];
      const request = {
        method: 'POST',
        url: '/V1/integration/admin/token',
        parameters: [],
        headers: [],
        body: { kind: 'json', text: body },
        sendAs: 'guest',
        isExact: false,
        timeoutMs: 0,
        notes: '',
      };
      const input = { request, requestName: 'Token', environmentId: id, identityId: null, isConfirmed: false };
      await window.lodestone.call('2', 'exchange.send', input);
    },
    JSON.stringify({ username: 'admin', password: defaultSeed().admins[0]?.password }),
  );
  await workbench.openPanel('History');
  await workbench.historyLines.first().click();
  const exchange = page.getByRole('region', { name: 'Exchange' });
  await expect(exchange).toContainText('200 OK');
  await exchange.getByRole('button', { name: 'Replay' }).click();
  await expect(workbench.response).toContainText('holds the mask of a secret');
});

test('a page that crashes comes back with its drafts', async ({ launch }) => {
  const { electron, page } = await launch();
  const workbench = new Workbench(page);
  await workbench.waitForSandbox();
  await workbench.newRequest('/V1/typed/before/the/crash');
  await expect(workbench.request.getByRole('textbox', { name: 'URL' })).toContainText('crash');
  // Drafts are kept a moment after the last key.
  await expect
    .poll(async () => JSON.stringify(await page.evaluate(() => window.lodestone.call('w', 'workspace.load', null))))
    .toContain('before/the/crash');
  // A crashed page is lost to the test's own connection, so it is looked at from main.
  const text = await electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents;
    const loaded = new Promise<void>((resolve) => {
      contents.once('did-finish-load', () => resolve());
    });
    contents.forcefullyCrashRenderer();
    await loaded;
    const script = `new Promise((resolve) => {
      const look = () => document.body.innerText.includes('before/the/crash')
        ? resolve(document.body.innerText)
        : requestAnimationFrame(look);
      look();
    })`;
    return (await contents.executeJavaScript(script)) as string;
  });
  expect(text).toContain('/V1/typed/before/the/crash');
});
