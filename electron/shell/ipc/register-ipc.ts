// The only door between window and main. A message counts only if it comes from the main frame of a window that we
// opened and that still shows our own page; anything else is refused before it is read.
import { ipcMain, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import { ipcChannels } from '#shared/contract/channels.ts';
import type { Envelope, HostMessage } from '#shared/contract/envelope.ts';
import type { Logger } from '#electron/core/ports.ts';
import type { RpcServer } from '#electron/rpc/rpc-server.ts';
import { isAppUrl } from '../modules/app-protocol.ts';

/** What the shell does with the door: let a window in, and tell every window something. */
export interface Ipc {
  readonly admit: (window: BrowserWindow) => void;
  readonly publish: (name: string, payload: unknown) => void;
}

/** Registers the channels. `server` may still be on its way: early calls wait for it. */
export function registerIpc(server: Promise<RpcServer>, logger: Logger): Ipc {
  const windows = new Map<number, BrowserWindow>();

  const isAdmitted = (event: IpcMainEvent | IpcMainInvokeEvent): boolean => {
    const frame = event.senderFrame;
    return windows.has(event.sender.id) && frame !== null && frame === event.sender.mainFrame && isAppUrl(frame.url);
  };

  ipcMain.handle(ipcChannels.call, (event, ...parts: readonly unknown[]) => {
    const [callId, name, input] = parts;
    if (!isAdmitted(event) || typeof callId !== 'string' || typeof name !== 'string') {
      throw new Error('This page may not call Lodestone.');
    }
    const { sender } = event;
    const tell = (message: HostMessage): void => {
      if (!sender.isDestroyed()) sender.send(ipcChannels.message, message);
    };
    const call = { caller: sender.id, callId, name, input };
    void server
      .then((running) => running.call(call, (streamEvent) => tell({ kind: 'event', callId, event: streamEvent })))
      .catch((error: unknown) => describeFailedStart(error, logger))
      .then((envelope) => tell({ kind: 'reply', callId, envelope }));
  });

  ipcMain.on(ipcChannels.cancel, (event, callId: unknown) => {
    if (!isAdmitted(event) || typeof callId !== 'string') return;
    void server.then((running) => {
      running.cancel(event.sender.id, callId);
    });
  });

  return {
    admit(window) {
      const id = window.webContents.id;
      windows.set(id, window);
      const leave = (): void =>
        void server.then((running) => {
          running.cancelAll(id);
        });
      window.webContents.on('render-process-gone', leave);
      window.once('closed', () => {
        windows.delete(id);
        leave();
      });
    },
    publish(name, payload) {
      for (const window of windows.values()) {
        window.webContents.send(ipcChannels.message, { kind: 'topic', name, payload } satisfies HostMessage);
      }
    },
  };
}

/** The services could not be composed: every call says so, instead of waiting for ever. */
function describeFailedStart(error: unknown, logger: Logger): Envelope {
  logger.error('Lodestone could not start its services', {
    stack: error instanceof Error ? error.stack : String(error),
  });
  const message = 'Lodestone could not start its services. Its log says why.';
  return { ok: false, failure: { kind: 'bug', errorId: 'start', message } };
}
