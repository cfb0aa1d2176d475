import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserWindow, dialog, nativeTheme } from 'electron';
import { appUrl } from './app-protocol.ts';

/** The window's colour until its page has painted, by theme: the `--background` token of each. */
const backgrounds = { light: '#f4f4f2', dark: '#131316', contrast: '#000000' } as const;

/**
 * Opens the workbench's window. The theme is read here, ahead of all services, and handed to the page in its URL, so that
 * the first paint has the right colours.
 */
export function openWindow(dataDirectory: string): BrowserWindow {
  const theme = resolveTheme(readTheme(dataDirectory));
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Lodestone',
    backgroundColor: backgrounds[theme],
    autoHideMenuBar: true,
    ...(process.platform === 'darwin' ? { titleBarStyle: 'hiddenInset' as const } : {}),
    webPreferences: {
      preload: join(__dirname, '..', 'preload', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      v8CacheOptions: 'bypassHeatCheckAndEagerCompile',
    },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  void window.loadURL(`${appUrl}?theme=${theme}&platform=${process.platform}`);
  reloadAfterCrash(window);
  return window;
}

/** Tabs and drafts are kept as they are typed, so a crashed page comes back as it was; one that crashes again stays down. */
function reloadAfterCrash(window: BrowserWindow): void {
  let crashedAtMs = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const isFirst = performance.now() - crashedAtMs > 60_000;
    crashedAtMs = performance.now();
    if (isFirst) window.webContents.reload();
    else {
      dialog.showErrorBox(
        'The window of Lodestone crashed twice.',
        `The system’s reason is “${reason}”. Close Lodestone and start it again: your tabs and drafts are kept.`,
      );
    }
  });
}

/** The part of the settings file that the first paint needs (electron/core/settings/settings-format.ts). */
interface SettingsFile {
  readonly content?: { readonly theme?: unknown };
}

/** The theme of the settings file; `system` where there is none or it can't be read, which the services then tell. */
function readTheme(dataDirectory: string): string {
  try {
    const file = JSON.parse(readFileSync(join(dataDirectory, 'settings.json'), 'utf8')) as SettingsFile;
    return String(file.content?.theme);
  } catch {
    return 'system';
  }
}

function resolveTheme(theme: string): keyof typeof backgrounds {
  if (theme === 'light' || theme === 'dark' || theme === 'contrast') return theme;
  if (nativeTheme.shouldUseHighContrastColors) return 'contrast';
  return nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
}
