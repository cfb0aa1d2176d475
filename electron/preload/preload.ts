// The whole of what crosses from Electron into the page: three functions and a list of names. No channel name, event
// object or Electron API leaks through, and a name that is not in the list is refused before it reaches main.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Envelope, HostBridge, HostMessage } from '#shared/contract/envelope.ts';
import { callNames } from '#shared/contract/names.ts';
import { ipcChannels } from '#shared/contract/channels.ts';

const names: readonly string[] = callNames;

const bridge: HostBridge = {
  names,
  call: (callId, name, input) => {
    if (!names.includes(name)) return Promise.reject(new Error(`There is no call named "${String(name)}".`));
    return ipcRenderer.invoke(ipcChannels.call, String(callId), name, input) as Promise<Envelope>;
  },
  cancel: (callId) => {
    ipcRenderer.send(ipcChannels.cancel, String(callId));
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

contextBridge.exposeInMainWorld('lodestone', bridge);
