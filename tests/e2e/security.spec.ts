// Each promise of docs/security.md, asserted in the running app.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HostBridge } from '#shared/contract/envelope.ts';
import { callNames } from '#shared/contract/names.ts';
import { expect, test } from '#tests/support/app-fixture.ts';
import { Workbench } from '#tests/support/workbench.ts';

declare global {
  interface Window {
    readonly lodestone: HostBridge;
  }
}

test('the page is isolated, sandboxed and without Node', async ({ launch }) => {
  const { electron, page } = await launch();
  const preferences = await electron.evaluate(({ BrowserWindow }) => {
    // Not in the public types, but the only way to ask a window what it was really made with.
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences();
    return { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toEqual({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  expect(
    await page.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in window)),
  ).toEqual([]);
});

test('only three functions and a list of names cross into the page', async ({ launch }) => {
  const { page } = await launch();
  const bridge = await page.evaluate(() =>
    Object.fromEntries(Object.entries(window.lodestone).map(([name, value]) => [name, typeof value])),
  );
  expect(bridge).toEqual({ names: 'object', call: 'function', cancel: 'function', subscribe: 'function' });
  expect(await page.evaluate(() => window.lodestone.names)).toEqual([...callNames]);
  await expect(page.evaluate(() => window.lodestone.call('1', 'app.quit', null))).rejects.toThrow('There is no call');
});

test('the page runs from app:// under a policy that blocks inline script, eval and the network', async ({ launch }) => {
  const { page } = await launch();
  expect(page.url()).toMatch(/^app:\/\/lodestone\/index\.html/);
  const server = createServer((_request, response) => response.end('reached')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const tried = await page.evaluate(async (target) => {
    const script = document.createElement('script');
    script.textContent = 'window.wasInjected = true';
    document.body.append(script);
    // In a task of its own: while DevTools evaluates, the policy's ban on eval is lifted.
    const evaluation = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the very thing that must be blocked
          resolve(new Function("return 'allowed'")());
        } catch {
          resolve('blocked');
        }
      });
    });
    return {
      inlineScript: 'wasInjected' in window ? 'allowed' : 'blocked',
      evaluation,
      network: await fetch(target, { mode: 'no-cors' }).then(
        () => 'allowed',
        () => 'blocked',
      ),
    };
  }, url);
  server.close();
  expect(tried).toEqual({ inlineScript: 'blocked', evaluation: 'blocked', network: 'blocked' });
});

test('navigation, new windows and permissions are refused', async ({ launch }) => {
  const { electron, page } = await launch();
  const home = page.url();
  await page.evaluate(() => {
    window.location.href = 'https://example.invalid/';
  });
  const granted = await page.evaluate(async () => ({
    window: window.open('https://example.invalid/') === null ? 'refused' : 'granted',
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'refused',
    ),
    notification: await Notification.requestPermission(),
    clipboardRead: (await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })).state,
  }));
  expect(granted).toEqual({ window: 'refused', camera: 'refused', notification: 'denied', clipboardRead: 'denied' });
  expect(page.url()).toBe(home);
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('IPC answers nobody but the main frame of our own window, and only input of the promised shape', async ({
  launch,
}) => {
  const { electron, page } = await launch();
  const stranger = await electron.evaluate(async ({ app, BrowserWindow }) => {
    const other = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/dist/preload/preload.cjs`, sandbox: true },
    });
    await other.loadURL('data:text/html,stranger');
    const answer = (await other.webContents.executeJavaScript(
      `window.lodestone.call('1', 'app.info', null).then(() => 'answered', (error) => error.message)`,
    )) as string;
    other.destroy();
    return answer;
  });
  expect(stranger).toContain('This page may not call Lodestone.');
  const envelope = await page.evaluate(() => window.lodestone.call('2', 'settings.update', { theme: 'pink' }));
  expect(envelope).toMatchObject({ ok: false, failure: { kind: 'invalid', problems: [{ path: 'theme' }] } });
});

test('the page never gets a stored secret, but for the one field that is revealed', async ({ launch }) => {
  const { page } = await launch();
  await new Workbench(page).waitForSandbox();
  const seen = await page.evaluate(async () => {
    let calls = 0;
    const call = async (name: string, input: unknown): Promise<unknown> => {
      const envelope = await window.lodestone.call(`secret-${calls++}`, name, input);
      if (!envelope.ok) throw new Error(`${name}: ${JSON.stringify(envelope.failure)}`);
      return envelope.value;
    };
    const environments = (await call('environments.list', null)) as { id: string }[];
    const created = (await call('identities.create', {
      environmentId: environments[0]?.id,
      name: 'Secretive',
      kind: 'admin',
      username: 'someone',
      secrets: { password: 'p4ss-that-must-not-leak' },
    })) as { id: string; environmentId: string };
    const everything: unknown[] = [created];
    const request = {
      method: 'GET',
      url: '/V1/modules',
      parameters: [],
      headers: [],
      body: { kind: 'none' },
      sendAs: 'Secretive',
      isExact: false,
      timeoutMs: 0,
      notes: '',
    };
    const input = {
      request,
      requestName: '',
      environmentId: created.environmentId,
      identityId: null,
      isConfirmed: false,
    };
    const { exchangeId } = (await call('exchange.send', input)) as { exchangeId: string };
    everything.push(await call('history.get', { id: exchangeId }));
    for (const name of window.lodestone.names) {
      if (!/\.(list|info|get|load|status|count)$/.test(name)) continue;
      const asked = name === 'history.list' ? { filter: { text: '', status: '' }, before: null, limit: 100 } : null;
      if (name !== 'history.get') everything.push(await call(name, asked));
    }
    const revealed = await call('identities.reveal', { id: created.id, field: 'password' });
    return { everything: JSON.stringify(everything), revealed };
  });
  expect(seen.everything).toContain('Secretive');
  expect(seen.everything).not.toContain('p4ss-that-must-not-leak');
  expect(seen.revealed).toEqual({ value: 'p4ss-that-must-not-leak' });
});
