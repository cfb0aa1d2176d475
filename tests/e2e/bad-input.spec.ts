// Whatever goes wrong: a sentence in its place, and an entry in the history.
import { expect, test } from '#tests/support/app-fixture.ts';
import { startTortureServer, type TortureServer } from '#tests/support/torture-server.ts';
import { Workbench } from '#tests/support/workbench.ts';

let plain: TortureServer;
let secure: TortureServer;
test.beforeAll(async () => {
  plain = await startTortureServer();
  secure = await startTortureServer({ isSecure: true });
});
test.afterAll(async () => {
  await plain.close();
  await secure.close();
});

test('each failure says what happened and what to do, and is in the history', async ({ launch }) => {
  const { page } = await launch();
  const workbench = new Workbench(page);
  await workbench.waitForSandbox();
  await workbench.chooseIdentity('Guest');
  const cases = [
    { what: 'an unreachable host', url: 'http://127.0.0.1:1/', says: /127\.0\.0\.1/ },
    { what: 'a refused certificate', url: `${secure.url}/json`, says: /certificate/i },
    { what: 'a connection that is cut', url: `${plain.url}/drop`, says: /closed|cut|connection/i },
    { what: 'a body that breaks off', url: `${plain.url}/length-too-long`, says: /announced 100 bytes/ },
    { what: 'what is no HTTP', url: `${plain.url}/invalid`, says: /HTTP/ },
    { what: 'a redirect loop', url: `${plain.url}/loop`, says: /redirect/i },
    { what: 'an unknown variable', url: '{{nowhere}}/V1/modules', says: /nowhere/ },
    { what: 'a page where JSON was expected', url: `${plain.url}/rest/V1/html`, says: /page|HTML/i },
    { what: 'an empty answer', url: `${plain.url}/rest/V1/empty`, says: /empty|no body/i },
  ];
  for (const { what, url, says } of cases) {
    await workbench.newRequest(url);
    await workbench.send();
    await expect(workbench.response, what).toContainText(says);
  }
  await workbench.openPanel('History');
  await expect(workbench.historyLines).toHaveCount(cases.length);
});

test('malformed JSON is marked while it is typed', async ({ launch }) => {
  const { page } = await launch();
  const workbench = new Workbench(page);
  await workbench.openSample('Product with stock');
  await workbench.request.getByRole('tab', { name: /Body/ }).click();
  const editor = workbench.request.getByRole('textbox', { name: /body/i });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' , oops');
  await expect(workbench.request.getByRole('tabpanel')).toContainText(/line \d+/i);
});

test('a request that takes too long can be cancelled', async ({ launch }) => {
  const { page } = await launch();
  const workbench = new Workbench(page);
  await workbench.waitForSandbox();
  await workbench.chooseIdentity('Guest');
  await workbench.newRequest(`${plain.url}/never`);
  await workbench.send();
  await workbench.request.getByRole('button', { name: 'Cancel' }).click();
  await expect(workbench.response).toContainText(/cancelled/i);
  await expect(workbench.request.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
});
