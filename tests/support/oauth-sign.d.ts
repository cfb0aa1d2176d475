/** The package has no types of its own. */
declare module 'oauth-sign' {
  type Parameters = Readonly<Record<string, string | readonly string[]>>;
  export function sign(
    signatureMethod: 'HMAC-SHA1' | 'HMAC-SHA256' | 'RSA-SHA1' | 'PLAINTEXT',
    method: string,
    baseUrl: string,
    parameters: Parameters,
    ...keys: string[]
  ): string;
}
