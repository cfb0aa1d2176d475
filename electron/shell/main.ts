// Where the app starts. The window opens first; the services are composed, behind one dynamic import, when the page has
// been given its script and is busy evaluating it. Calls that arrive early wait for them.
import { app, BrowserWindow } from 'electron';
import { consoleLogger } from './adapters/console-logger.ts';
import { dataDirectoryFromArguments } from './data-directory.ts';
import { registerIpc, type Ipc } from './ipc/register-ipc.ts';
import { installGuards } from './modules/guards.ts';
import { installMenu } from './modules/menu.ts';
import { registerAppScheme, serveRenderer } from './modules/app-protocol.ts';
import { openWindow } from './modules/window.ts';

const dataDirectory = dataDirectoryFromArguments(process.argv, process.env);
if (dataDirectory) app.setPath('userData', dataDirectory);

registerAppScheme();
installGuards();

if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  await app.whenReady();
  const services = serveRenderer().then(async () => {
    const { composeApp } = await import('./compose.ts');
    return composeApp({ dataDirectory: app.getPath('userData'), logger: consoleLogger, publish: ipc.publish });
  });
  const ipc: Ipc = registerIpc(
    services.then(({ server }) => server),
    consoleLogger,
  );
  installMenu();

  const open = (): BrowserWindow => {
    const window = openWindow(app.getPath('userData'));
    ipc.admit(window);
    return window;
  };
  // The sandbox's process would compete with the first paint, so it waits until the page has come up.
  open().webContents.once('did-finish-load', () => {
    void services.then(({ startSandbox }) => startSandbox());
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open();
  });
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  const composed = await services;
  let isDrained = false;
  app.on('before-quit', (event) => {
    if (isDrained) return;
    event.preventDefault();
    void composed.close().finally(() => {
      isDrained = true;
      app.quit();
    });
  });
}
