// Percent-encoding over bytes. Texts here hold one byte a character (latin1), so that a query with invalid UTF-8
// verifies like any other.

/** Decodes `%XX`; anything else, a bare `%` and `+` included, stays as it is (PHP's rawurldecode). */
export function decodeBytes(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Decodes as an HTML form does: `+` is a space. */
export function decodeFormBytes(text: string): string {
  return decodeBytes(text.replaceAll('+', ' '));
}

/** The escape of each byte by its number. */
const escapes = Array.from({ length: 256 }, (_, byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`);

/** Encodes every byte but the unreserved ones (RFC 3986 §2.3) with upper-case hex. */
export function encodeBytes(bytes: string): string {
  return bytes.replace(/[^A-Za-z0-9\-._~]/g, (character) => escapes[character.charCodeAt(0)] ?? '');
}

/** A text of UTF-8 bytes, one a character, as it reads; invalid sequences become U+FFFD. */
export function fromByteText(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
