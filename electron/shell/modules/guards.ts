// The window shows one page for its whole life: it may not go elsewhere, open windows, embed others, or be given rights.
import { app, session } from 'electron';
import { isAppUrl } from './app-protocol.ts';

/** Copying is the one right that the page needs; reading the clipboard, cameras, notifications … stay refused. */
const grantedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Installs the guards on every page that this process will ever make. */
export function installGuards(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isAppUrl(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!isAppUrl(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  void app.whenReady().then(() => {
    const { defaultSession } = session;
    defaultSession.setPermissionRequestHandler((contents, permission, decide) => {
      decide(grantedPermissions.has(permission) && isAppUrl(contents.getURL()));
    });
    defaultSession.setPermissionCheckHandler(
      (_contents, permission, origin) =>
        grantedPermissions.has(permission) && isAppUrl(`${origin.replace(/\/$/, '')}/`),
    );
    defaultSession.setDevicePermissionHandler(() => false);
  });
}
