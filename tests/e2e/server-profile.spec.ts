// The profile of an environment is wrong: the request gets through at the second try, and what worked can be taken over.
import { expect, test } from '#tests/support/app-fixture.ts';
import { Workbench } from '#tests/support/workbench.ts';

const twelveGroups = Array.from(
  { length: 12 },
  (_, index) => `searchCriteria[filter_groups][${index}][filters][0][field]=sku`,
).join('&');

test('a wrong profile is noticed, a right one offered, and the store asked', async ({ launch }) => {
  const { page } = await launch();
  const workbench = new Workbench(page);
  await workbench.waitForSandbox();
  await page
    .getByRole('navigation', { name: 'Rooms' })
    .getByRole('button', { name: /Environments/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Environments and identities' });
  await dialog.getByRole('tab', { name: 'Store' }).click();
  await dialog.getByLabel('Server profile').click();
  await page.getByRole('option', { name: 'rfc5849' }).click();
  await expect(dialog).toContainText('Chosen by hand');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.keyboard.press('Escape');

  await workbench.chooseIdentity('Integration');
  await workbench.newRequest(`/V1/products?${twelveGroups}`);
  await workbench.send();
  await expect(workbench.status).toContainText('200 OK');
  await expect(workbench.response.getByRole('tab', { name: /Sent/ })).toContainText('2');
  await expect(workbench.response).toContainText('The store refused the signature for rfc5849');
  const offer = workbench.response.getByRole('button', { name: 'Use magento-2.4.6 for Sandbox' });
  await offer.click();
  await expect(offer).toBeHidden();

  await page
    .getByRole('navigation', { name: 'Rooms' })
    .getByRole('button', { name: /Environments/ })
    .click();
  await dialog.getByRole('tab', { name: 'Store' }).click();
  await expect(dialog.getByLabel('Server profile')).toContainText('magento-2.4.6');
  await expect(dialog).toContainText('Found by asking the store');
  await dialog.getByRole('button', { name: 'Probe' }).click();
  await expect(dialog.getByRole('group', { name: 'Probe' })).toContainText('This store verifies as magento-2.4.4');
  await expect(dialog.getByLabel('Server profile')).toContainText('magento-2.4.4');
});
