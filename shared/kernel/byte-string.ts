// Bytes held in a string whose code units are 0 to 255. Signatures are made over bytes: `%E9` in a URL is a byte that is no
// UTF-8, and PHP sorts, cuts and compares bytes. This form keeps them exact and still sorts and joins as fast as text.
// There is neither TextEncoder nor Buffer here: `shared/` knows no runtime.

/** A string whose code units are bytes. */
export type ByteString = string;

const nonAscii = /[^\x00-\x7f]/;

/** True where a text is the same in every encoding. */
export function hasOnlyAscii(text: string): boolean {
  return !nonAscii.test(text);
}

/** Encodes a text as UTF-8. A lone surrogate becomes U+FFFD, as the Encoding standard has it. */
export function encodeUtf8(text: string): ByteString {
  if (!nonAscii.test(text)) return text;
  let bytes = '';
  for (const character of text) bytes += encodeCodePoint(character.codePointAt(0) ?? 0);
  return bytes;
}

function encodeCodePoint(codePoint: number): ByteString {
  if (codePoint < 0x80) return String.fromCharCode(codePoint);
  if (codePoint < 0x800) return String.fromCharCode(0xc0 | (codePoint >> 6), continuation(codePoint));
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return '\xef\xbf\xbd';
  if (codePoint < 0x10000) {
    return String.fromCharCode(0xe0 | (codePoint >> 12), continuation(codePoint >> 6), continuation(codePoint));
  }
  return String.fromCharCode(
    0xf0 | (codePoint >> 18),
    continuation(codePoint >> 12),
    continuation(codePoint >> 6),
    continuation(codePoint),
  );
}

const continuation = (bits: number): number => 0x80 | (bits & 0x3f);

// The well-formed sequences of the Unicode standard, table 3-7; whatever is left over is one stray byte.
const utf8Sequence =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g;

/** Decodes UTF-8 for people to read: each byte that is not part of a well-formed sequence becomes U+FFFD. */
export function decodeUtf8(bytes: ByteString): string {
  return nonAscii.test(bytes) ? bytes.replace(utf8Sequence, decodeSequence) : bytes;
}

function decodeSequence(sequence: ByteString): string {
  const [lead, ...rest] = Array.from(sequence, (byte) => byte.charCodeAt(0));
  if (lead === undefined || rest.length === 0) return '\ufffd';
  // A lead byte of n bytes carries 7 − n bits, each continuation byte six.
  const codePoint = rest.reduce((value, byte) => (value << 6) | (byte & 0x3f), lead & (0x3f >> rest.length));
  return String.fromCodePoint(codePoint);
}
