// The pictures of README and docs, made in the real app. `npm run screenshots` keeps them in docs/images; every other run
// makes them too, so that they can always be made, and leaves them among the test results.
import { join } from 'node:path';
import { expect, test, type RunningApp } from '#tests/support/app-fixture.ts';
import { Workbench } from '#tests/support/workbench.ts';

const directory = process.env['LODESTONE_KEEP_SCREENSHOTS'] ? 'docs/images' : 'test-results/images';

async function resize({ electron }: RunningApp, width: number, height: number): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [
    width,
    height,
  ] as [number, number]);
}

for (const theme of ['light', 'dark'] as const) {
  test(`pictures of the main views, ${theme}`, async ({ launch }) => {
    const app = await launch();
    const { page } = app;
    const workbench = new Workbench(page);
    const keep = async (name: string): Promise<void> => {
      // Nothing under the pointer, so that no row is lit and no tooltip stands there.
      await page.mouse.move(0, 0);
      await page.screenshot({ path: join(directory, `${name}-${theme}.png`), animations: 'disabled' });
    };
    await workbench.waitForSandbox();
    await page.evaluate((chosen) => window.lodestone.call('theme', 'settings.update', { theme: chosen }), theme);
    await expect(page.locator(`html[data-theme="${theme}"]`)).toBeAttached();

    await workbench.openSample('Product with stock');
    await workbench.request.getByRole('tab', { name: /Body/ }).click();
    await workbench.send();
    await expect(workbench.status).toContainText('200 OK');
    await workbench.openSample('Not allowed as guest');
    await workbench.send();
    await expect(workbench.status).toContainText('401');
    await workbench.openResponseTab(/Explain/);
    await resize(app, 1280, 800);
    await keep('explain');

    await workbench.openSample('Twelve filter groups');
    await workbench.send();
    await expect(workbench.status).toContainText('200 OK');
    await workbench.openResponseTab(/Signature/);
    await keep('signature');
    await resize(app, 1680, 1050);
    await workbench.openResponseTab(/Signature/);
    await keep('workbench');

    await resize(app, 1280, 800);
    await workbench.openPanel('History');
    await workbench.historyLines.first().click();
    await page.getByRole('region', { name: 'Exchange' }).waitFor();
    await keep('history');

    await page.getByRole('button', { name: 'Environments and identities' }).click();
    await page.getByRole('dialog', { name: 'Environments and identities' }).waitFor();
    await keep('environments');
  });
}
