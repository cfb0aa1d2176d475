// Point 2 of the main job: a second environment from any URL of a store, with identities of its own.
import { defaultSeed } from '#electron/sandbox/seed/default-seed.ts';
import { expect, test } from '#tests/support/app-fixture.ts';
import { startCliSandbox } from '#tests/support/run-cli.ts';
import { Workbench } from '#tests/support/workbench.ts';

test('a store is added from a pasted URL, and an admin, a customer and an integration send to it', async ({
  launch,
}) => {
  const store = await startCliSandbox();
  try {
    const { page } = await launch();
    const workbench = new Workbench(page);
    await workbench.waitForSandbox();
    await page
      .getByRole('navigation', { name: 'Rooms' })
      .getByRole('button', { name: /Environments/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Environments and identities' });
    await dialog.getByRole('button', { name: 'Add environment…' }).click();
    await dialog.getByLabel('Any URL of the store').fill(`${store.url}/rest/fr/V1/products?searchCriteria=`);
    await page.keyboard.press('Enter');
    await expect(dialog.getByLabel('Base URL')).toHaveValue(store.url.replace(/\/$/, ''));
    await dialog.getByLabel('Name').fill('Acme staging');
    await dialog.getByRole('button', { name: 'Add environment', exact: true }).click();
    await expect(dialog.getByRole('heading', { name: 'Acme staging' })).toBeVisible();

    const [admin] = defaultSeed().admins;
    await dialog.getByRole('button', { name: 'Add admin' }).click();
    await dialog.getByLabel('Name', { exact: true }).fill('Chief');
    await dialog.getByLabel('User name').fill(admin!.username);
    await dialog.getByLabel('Password', { exact: true }).fill(admin!.password);
    await dialog
      .getByRole('button', { name: /^Add|^Save/ })
      .last()
      .click();
    await dialog.getByRole('group', { name: 'Chief' }).getByRole('button', { name: 'Test sign-in' }).click();
    await expect(dialog.getByRole('group', { name: 'Chief' })).toContainText('signed in');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: /^Environment:/ }).click();
    await page.getByRole('menuitemradio', { name: /Acme staging/ }).click();
    await workbench.chooseIdentity('Chief');
    await workbench.newRequest('/V1/modules');
    await workbench.send();
    await expect(workbench.status).toContainText('200 OK');
    await workbench.openResponseTab(/Sent/);
    await expect(workbench.response).toContainText(new URL(store.url).host);
    await expect(workbench.response).toContainText('Bearer ••••••••');
  } finally {
    await store.stop();
  }
});

test('a host that is no Magento gets a clear sentence and a way on', async ({ launch }) => {
  const { page } = await launch();
  await new Workbench(page).waitForSandbox();
  await page
    .getByRole('navigation', { name: 'Rooms' })
    .getByRole('button', { name: /Environments/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Environments and identities' });
  await dialog.getByRole('button', { name: 'Add environment…' }).click();
  await dialog.getByLabel('Any URL of the store').fill('http://127.0.0.1:1/');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('127.0.0.1');
  await expect(dialog.getByRole('button', { name: 'Fill it in by hand' })).toBeVisible();
});
