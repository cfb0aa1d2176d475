import type { HashName } from './signature-methods.ts';

/** The cryptography of a signature, a port: `shared/` has none of its own. Keys and texts are ASCII, results base64. */
export interface Signer {
  hmac(hash: HashName, key: string, text: string): string;
  /** RSASSA-PKCS1-v1_5 (RFC 8017 §8.2). Null where the key is no RSA private key in PEM. */
  rsa(hash: HashName, privateKey: string, text: string): string | null;
}
