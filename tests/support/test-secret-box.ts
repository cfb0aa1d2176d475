import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SecretBox } from '#electron/core/ports.ts';

/** A key store of a test's own: really sealed, so that a search through the files proves something. */
export function createTestSecretBox(): SecretBox {
  const key = randomBytes(32);
  return {
    isPersistent: true,
    seal: (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Promise.resolve(Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64'));
    },
    open: (sealed) =>
      new Promise((resolve) => {
        const bytes = Buffer.from(sealed, 'base64');
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(12, 28));
        resolve(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8'));
      }),
  };
}

/** A system without a key store. */
export const noSecretBox: SecretBox = {
  isPersistent: false,
  seal: () => Promise.reject(new Error('There is no key store.')),
  open: () => Promise.reject(new Error('There is no key store.')),
};
