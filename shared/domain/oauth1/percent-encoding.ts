// RFC 3986 percent-encoding, strict: everything but letters, digits and - . _ ~ is escaped, in upper case. This is what RFC
// 5849 §3.6 asks for and what PHP's rawurlencode does; encodeURIComponent leaves ! * ' ( ) raw and throws on lone surrogates.
import { type ByteString, encodeUtf8, hasOnlyAscii } from '../../kernel/byte-string.ts';

const reservedByte = /[^A-Za-z0-9\-._~]/;
const reservedBytes = /[^A-Za-z0-9\-._~]/g;
const leftRaw = /[!*'()]/;

/** Percent-encodes bytes. */
export function percentEncodeBytes(bytes: ByteString): string {
  if (!reservedByte.test(bytes)) return bytes;
  if (!hasOnlyAscii(bytes)) return bytes.replace(reservedBytes, escapeByte);
  // Over ASCII the engine's own function is right but for five characters, and several times as fast.
  const encoded = encodeURIComponent(bytes);
  return leftRaw.test(encoded) ? encoded.replace(/[!*'()]/g, escapeByte) : encoded;
}

const escapeByte = (byte: string): string => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

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
  let percent = bytes.indexOf('%');
  if (percent < 0) return bytes;
  let decoded = '';
  let position = 0;
  for (; percent >= 0; percent = bytes.indexOf('%', percent + 1)) {
    const high = hexDigit(bytes.charCodeAt(percent + 1));
    const low = hexDigit(bytes.charCodeAt(percent + 2));
    if (high < 0 || low < 0) continue;
    decoded += bytes.slice(position, percent) + String.fromCharCode(high * 16 + low);
    position = percent + 3;
  }
  return decoded + bytes.slice(position);
}

/** The value of a hexadecimal digit by its character code; negative for everything else, NaN included. */
function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 0x20;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** Decodes as a form field is decoded: `+` is a space. */
export function percentDecodeForm(text: string): ByteString {
  return percentDecode(text.includes('+') ? text.replaceAll('+', ' ') : text);
}
