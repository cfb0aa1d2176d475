/** The three IPC channels between preload and main; every call and message of the contract travels on them. */
export const ipcChannels = {
  call: 'lodestone:call',
  cancel: 'lodestone:cancel',
  message: 'lodestone:message',
} as const;
