// axe over every view in each theme, and the main job with the keyboard alone.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app-fixture.ts';
import { Workbench } from '#tests/support/workbench.ts';

async function seriousFindings(page: Page): Promise<string[]> {
  // Electron's page is the only one there is: axe may not open another for its frames.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`axe finds nothing serious in any view of the ${theme} theme`, async ({ launch }) => {
    // A dozen views, each walked by axe whole.
    test.setTimeout(240_000);
    const { page } = await launch();
    const workbench = new Workbench(page);
    await workbench.waitForSandbox();
    await page.evaluate((chosen) => window.lodestone.call('theme', 'settings.update', { theme: chosen }), theme);
    await expect(page.locator(`html[data-theme="${theme}"]`)).toBeAttached();
    const views: Record<string, () => Promise<void>> = {
      'an answer': async () => {
        await workbench.openSample('Twelve filter groups');
        await workbench.send();
        await expect(workbench.status).toContainText('200 OK');
      },
      headers: () => workbench.openResponseTab(/Headers/),
      signature: () => workbench.openResponseTab(/Signature/),
      'a diagnosis': async () => {
        const text = 'GET&https%3A%2F%2Fshop.test%2F&oauth_consumer_key%3Dk%26oauth_nonce%3Dn';
        const signed = `${text}%26oauth_signature_method%3DHMAC-SHA256%26oauth_timestamp%3D1`;
        await workbench.response.getByLabel('Paste another signature to compare').fill(signed);
        await workbench.response.getByRole('region', { name: 'What was signed' }).waitFor();
      },
      sent: () => workbench.openResponseTab(/Sent/),
      timing: () => workbench.openResponseTab(/Timing/),
      'a fault explained': async () => {
        await workbench.openSample('Not allowed as guest');
        await workbench.send();
        await expect(workbench.status).toContainText('401');
        await workbench.openResponseTab(/Explain/);
      },
      'a JSON body': async () => {
        await workbench.openSample('Product with stock');
        await workbench.request.getByRole('tab', { name: /Body/ }).click();
        await workbench.request.getByRole('textbox', { name: /body/i }).waitFor();
      },
      history: async () => {
        await workbench.openPanel('History');
        await workbench.historyLines.first().click();
        await page.getByRole('region', { name: 'Exchange' }).waitFor();
      },
      sandbox: () => workbench.openPanel('Sandbox'),
      palette: async () => {
        await page.keyboard.press('ControlOrMeta+k');
        await page.getByRole('dialog').waitFor();
      },
      'the dialog of diagnosis': async () => {
        await page.keyboard.type('Diagnose a signature');
        await page.keyboard.press('Enter');
        await page.getByRole('dialog', { name: 'Diagnose a signature' }).waitFor();
      },
      environments: async () => {
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Environments and identities' }).click();
        await page.getByRole('dialog', { name: 'Environments and identities' }).waitFor();
      },
      settings: async () => {
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await page.getByRole('button', { name: 'Settings', exact: true }).click();
        await page.getByRole('dialog', { name: 'Settings' }).waitFor();
      },
    };
    const found: Record<string, string[]> = {};
    for (const [view, open] of Object.entries(views)) {
      await open();
      const findings = await seriousFindings(page);
      if (findings.length > 0) found[view] = findings;
    }
    expect(found).toEqual({});
  });
}

test('the main job can be done with the keyboard alone', async ({ launch }) => {
  const { page } = await launch();
  const workbench = new Workbench(page);
  await workbench.waitForSandbox();
  const { keyboard } = page;

  // From the palette to a sample request, and send it.
  await keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused();
  await keyboard.type('One product');
  await expect(page.getByRole('option', { selected: true })).toContainText('One product');
  await keyboard.press('Enter');
  await page.getByRole('tab', { name: /One product/, selected: true }).waitFor();
  await keyboard.press('ControlOrMeta+Enter');
  await expect(workbench.status).toContainText('200 OK');

  // F6 walks the regions; arrows walk inside them.
  const regions: string[] = [];
  for (let press = 0; press < 6; press += 1) {
    await keyboard.press('F6');
    const region = await page.evaluate(() =>
      document.activeElement?.closest('[data-region]')?.getAttribute('data-region'),
    );
    if (region && !regions.includes(region)) regions.push(region);
  }
  expect(regions.length).toBeGreaterThanOrEqual(4);

  // A request of one's own, as a guest, typed and sent.
  await keyboard.press('ControlOrMeta+t');
  await workbench.request.getByRole('textbox', { name: 'URL' }).focus();
  await keyboard.type('/V1/directory/countries/US');
  await keyboard.press('ControlOrMeta+Enter');
  await expect(workbench.status).toContainText('200 OK');
  await keyboard.press('ControlOrMeta+s');
  await page.getByRole('dialog').waitFor();
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
