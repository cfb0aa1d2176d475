// Where the app starts. The window opens first; the services are composed, behind one dynamic import, while the page's
// process comes up. Calls that arrive early wait for them.
import { app, BrowserWindow } from 'electron';
import { consoleLogger } from './adapters/console-logger.ts';
import { dataDirectoryFromArguments } from './data-directory.ts';
import { registerIpc, type Ipc } from './ipc/register-ipc.ts';
import { installGuards } from './modules/guards.ts';
import { installMenu } from './modules/menu.ts';
import { registerAppScheme, serveRenderer } from './modules/app-protocol.ts';
import { openWindow } from './modules/window.ts';

const chosenDirectory = dataDirectoryFromArguments(process.argv, process.env);
if (chosenDirectory) app.setPath('userData', chosenDirectory);

registerAppScheme();
installGuards();

if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  await app.whenReady();
  serveRenderer();
  const dataDirectory = app.getPath('userData');
  const window = openWindow(dataDirectory);
  // The page's process takes a while to come up. Main uses it: what is loaded now delays nobody.
  const services = import('./compose.ts').then(({ composeApp }) =>
    composeApp({ dataDirectory, logger: consoleLogger, publish: ipc.publish }),
  );
  const ipc: Ipc = registerIpc(
    services.then(({ server }) => server),
    consoleLogger,
  );
  ipc.admit(window);
  window.webContents.once('did-finish-load', () => {
    void services.then(({ settle }) => settle());
  });
  installMenu();

  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) ipc.admit(openWindow(dataDirectory));
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
