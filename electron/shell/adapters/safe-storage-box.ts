// Electron's safeStorage behind the SecretBox port. On Linux the backend `basic_text` is a fixed key: it counts as none.
/* eslint-disable @typescript-eslint/no-deprecated -- its asynchronous twin is not on the older runtime of closed networks */
import { safeStorage } from 'electron';
import type { SecretBox } from '#electron/core/ports.ts';

/** Call after the app is ready: before, Linux can't tell its key store. */
export function createSafeStorageBox(): SecretBox {
  return {
    isPersistent: hasKeyStore(),
    seal: (text) => Promise.resolve(safeStorage.encryptString(text).toString('base64')),
    // In an async function a refusal of the key store becomes a rejection, as the port promises.
    open: async (sealed) => Promise.resolve(safeStorage.decryptString(Buffer.from(sealed, 'base64'))),
  };
}

function hasKeyStore(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}
