import { createHmac, createPrivateKey, createSign } from 'node:crypto';
import type { Signer } from '#shared/domain/oauth1/signer.ts';

/** Signs with Node's crypto. */
export const nodeSigner: Signer = {
  hmac: (hash, key, text) => createHmac(hash, key).update(text).digest('base64'),
  rsa(hash, privateKey, text) {
    try {
      const key = createPrivateKey(privateKey);
      return key.asymmetricKeyType === 'rsa' ? createSign(hash).update(text).sign(key, 'base64') : null;
    } catch {
      return null;
    }
  },
};
