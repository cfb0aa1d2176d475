// Node reads and writes header bytes as Latin-1. What people mean is UTF-8, so text goes out as UTF-8 bytes and comes
// back as UTF-8 where it is valid, as Latin-1 where it is not.
const ascii = /^[\u0000-\u007f]*$/;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** The text as Node must be given it so that UTF-8 bytes go on the wire. */
export function encodeHeaderText(text: string): string {
  return ascii.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
}

/** The text that a server meant by a header that Node read as Latin-1. */
export function decodeHeaderText(text: string): string {
  if (ascii.test(text)) return text;
  try {
    return strictUtf8.decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}
