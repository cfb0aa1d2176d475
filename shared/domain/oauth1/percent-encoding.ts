// RFC 3986 percent-encoding, strict: everything but letters, digits and - . _ ~ is escaped, in upper case. This is what RFC
// 5849 §3.6 asks for and what PHP's rawurlencode does; encodeURIComponent leaves ! * ' ( ) raw and throws on lone surrogates.
import { type ByteString, encodeUtf8 } from '../../kernel/byte-string.ts';

const reservedByte = /[^A-Za-z0-9\-._~]/;
const reservedBytes = /[^A-Za-z0-9\-._~]/g;
const escapes: readonly string[] = Array.from(
  { length: 256 },
  (_, byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
);

/** Percent-encodes bytes. */
export function percentEncodeBytes(bytes: ByteString): string {
  if (!reservedByte.test(bytes)) return bytes;
  return bytes.replace(reservedBytes, (byte) => escapes[byte.charCodeAt(0)] ?? byte);
}

/** Percent-encodes the UTF-8 of a text. */
export function percentEncode(text: string): string {
  return percentEncodeBytes(encodeUtf8(text));
}

/**
 * Decodes the escapes of a URL part, as PHP's rawurldecode does: `%` without two hexadecimal digits stays, `+` stays a
 * plus, and characters that are not ASCII count as their UTF-8.
 */
export function percentDecode(text: string): ByteString {
  const bytes = encodeUtf8(text);
  if (!bytes.includes('%')) return bytes;
  return bytes.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Decodes as a form field is decoded: `+` is a space. */
export function percentDecodeForm(text: string): ByteString {
  return percentDecode(text.includes('+') ? text.replaceAll('+', ' ') : text);
}
