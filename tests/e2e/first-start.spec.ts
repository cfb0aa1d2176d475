// Point 1 of the main job: a newcomer presses Send and sees a signed Magento request succeed.
import { expect, test } from '#tests/support/app-fixture.ts';
import { Workbench } from '#tests/support/workbench.ts';

const samples = [
  { name: 'Store configuration', status: '200 OK', isSigned: true },
  { name: 'Products by filter', status: '200 OK', isSigned: true },
  { name: 'Twelve filter groups', status: '200 OK', isSigned: true },
  { name: 'One product', status: '200 OK', isSigned: false },
  { name: 'Product with stock', status: '200 OK', isSigned: false },
  { name: 'My customer data', status: '200 OK', isSigned: false },
  { name: 'A customer that does not exist', status: '404 Not Found', isSigned: false },
  { name: 'Not allowed as guest', status: '401 Unauthorized', isSigned: false },
];

test('the sandbox is there and each sample request is answered without typing anything', async ({ launch }) => {
  const { page } = await launch();
  const workbench = new Workbench(page);
  await workbench.waitForSandbox();
  for (const { name, status, isSigned } of samples) {
    await workbench.openSample(name);
    await workbench.send();
    await expect(workbench.status, name).toContainText(status);
    await expect(workbench.response.getByRole('tab', { name: 'Signature' })).toHaveCount(isSigned ? 1 : 0);
  }
});

test('the signature of twelve filter groups is shown in the order in which Magento verifies it', async ({ launch }) => {
  const { page } = await launch();
  const workbench = new Workbench(page);
  await workbench.waitForSandbox();
  await workbench.openSample('Twelve filter groups');
  await workbench.send();
  await expect(workbench.status).toContainText('200 OK');
  await workbench.openResponseTab(/Signature/);
  const signature = (await workbench.response.getByRole('region', { name: 'Signature' }).innerText()).replaceAll(
    /\s/g,
    '',
  );
  expect(signature.indexOf('[filter_groups][2]')).toBeLessThan(signature.indexOf('[filter_groups][10]'));
  expect(signature).toContain('HMAC-SHA256');
  await expect(workbench.response.getByRole('tabpanel')).toContainText('naturally');
  await workbench.openResponseTab(/Sent/);
  await expect(workbench.response.getByText(/Authorization/).first()).toBeVisible();
  await workbench.openResponseTab(/Timing/);
  await expect(workbench.response.getByText('Total')).toBeVisible();
});

test('a fault of Magento is explained with its placeholders filled', async ({ launch }) => {
  const { page } = await launch();
  const workbench = new Workbench(page);
  await workbench.waitForSandbox();
  await workbench.openSample('A customer that does not exist');
  await workbench.send();
  await expect(workbench.status).toContainText('404');
  await workbench.openResponseTab(/Explain/);
  await expect(workbench.response.getByText('No such entity with customerId = 99999')).toBeVisible();
});
