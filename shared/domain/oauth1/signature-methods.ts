// The signature methods of RFC 5849 §3.4 and the newer hashes that servers take beside them.

/** A hash as Node's crypto names it. */
export type HashName = 'sha1' | 'sha256' | 'sha512';

/** How a method makes a signature of a base string. */
export type SignatureMethod =
  { readonly kind: 'hmac' | 'rsa'; readonly hash: HashName } | { readonly kind: 'plaintext' };

/** The methods under the names that RFC 5849 and Magento write. */
export const signatureMethods: Readonly<Record<string, SignatureMethod>> = {
  'HMAC-SHA256': { kind: 'hmac', hash: 'sha256' },
  'HMAC-SHA1': { kind: 'hmac', hash: 'sha1' },
  'HMAC-SHA512': { kind: 'hmac', hash: 'sha512' },
  'RSA-SHA1': { kind: 'rsa', hash: 'sha1' },
  'RSA-SHA256': { kind: 'rsa', hash: 'sha256' },
  'RSA-SHA512': { kind: 'rsa', hash: 'sha512' },
  PLAINTEXT: { kind: 'plaintext' },
};

/**
 * Finds a signature method. The case is forgiven here, since what a wrongly written name does is the server's answer to
 * give: the name is signed and sent as written.
 */
export function findSignatureMethod(name: string): SignatureMethod | undefined {
  const upper = name.toUpperCase();
  return Object.hasOwn(signatureMethods, upper) ? signatureMethods[upper] : undefined;
}
