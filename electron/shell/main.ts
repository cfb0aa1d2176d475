// Where the app starts. The window opens first and loads its page while the services are still being composed: calls
// that arrive early wait for them. Everything heavy is behind the one dynamic import.
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
  const services = app.whenReady().then(async () => {
    const { composeApp } = await import('./compose.ts');
    return composeApp({ dataDirectory: app.getPath('userData'), logger: consoleLogger, publish: ipc.publish });
  });
  const ipc: Ipc = registerIpc(services.then(({ server }) => server));

  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  await app.whenReady();
  serveRenderer();
  installMenu();
  const open = (): void => {
    ipc.admit(openWindow(app.getPath('userData')));
  };
  open();
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open();
  });

  const composed = await services;
  composed.startSandbox();

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
