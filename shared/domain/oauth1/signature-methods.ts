// The signature methods by the hash of their HMAC. Another kind (RSA, PLAINTEXT) gets its own column when a profile needs it.

/** A hash as Node's crypto names it. */
export type HashName = 'sha1' | 'sha256' | 'sha512';

/** Names as RFC 5849 §3.4.2 and Magento write them. */
export const signatureMethods: Readonly<Record<string, HashName>> = {
  'HMAC-SHA1': 'sha1',
  'HMAC-SHA256': 'sha256',
  'HMAC-SHA512': 'sha512',
};

/**
 * The hash of a signature method. The case is forgiven here, since what a wrongly written name does is the server's answer
 * to give: the name is signed and sent as written.
 */
export function findHash(signatureMethod: string): HashName | undefined {
  return signatureMethods[signatureMethod.toUpperCase()];
}
