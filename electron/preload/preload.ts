// The whole of what crosses from Electron into the page: three functions and a list of names. No channel name, event
// object or Electron API leaks through, and a name that is not in the list is refused before it reaches main.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Envelope, HostBridge, HostMessage } from '#shared/contract/envelope.ts';
import { callNames } from '#shared/contract/names.ts';
import { ipcChannels } from '#shared/contract/channels.ts';

const names: readonly string[] = callNames;

const pending = new Map<string, (envelope: Envelope) => void>();

const bridge: HostBridge = {
  names,
  call: (callId, name, input) => {
    if (!names.includes(name)) return Promise.reject(new Error(`There is no call named "${name}".`));
    return new Promise((resolve, reject) => {
      pending.set(callId, resolve);
      // Main accepts or refuses at once; the answer itself comes as a message, behind the call's events.
      ipcRenderer.invoke(ipcChannels.call, callId, name, input).catch((error: unknown) => {
        pending.delete(callId);
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    });
  },
  cancel: (callId) => {
    ipcRenderer.send(ipcChannels.cancel, callId);
  },
  subscribe: (listener) => {
    const forward = (_event: IpcRendererEvent, message: HostMessage): void => {
      listener(message);
    };
    ipcRenderer.on(ipcChannels.message, forward);
    return () => {
      ipcRenderer.off(ipcChannels.message, forward);
    };
  },
};

ipcRenderer.on(ipcChannels.message, (_event, message: HostMessage) => {
  if (message.kind !== 'reply') return;
  pending.get(message.callId)?.(message.envelope);
  pending.delete(message.callId);
});

contextBridge.exposeInMainWorld('lodestone', bridge);
