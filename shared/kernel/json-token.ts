// Finds where a JSON token ends, by hand: a regular expression over a string value of many megabytes runs out of stack.

/** Where the token ends, or why it is none; `offset` then points at the character at fault. */
export type JsonToken =
  | { readonly ok: true; readonly end: number }
  | { readonly ok: false; readonly offset: number; readonly message: string };

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const literal = /true|false|null/y;
const hexDigits = /^[0-9a-fA-F]{4}$/;

/** Reads the string, number or literal that starts at `start` (RFC 8259 §3, §6, §7). */
export function readJsonToken(text: string, start: number): JsonToken {
  if (text.charAt(start) === '"') return readString(text, start);
  const pattern = /[-\d]/.test(text.charAt(start)) ? number : literal;
  pattern.lastIndex = start;
  if (pattern.test(text)) return { ok: true, end: pattern.lastIndex };
  return { ok: false, offset: start, message: 'A value is expected here.' };
}

function readString(text: string, start: number): JsonToken {
  let position = start + 1;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    if (code === 0x22) return { ok: true, end: position + 1 };
    if (code < 0x20) {
      return { ok: false, offset: position, message: 'A control character inside a string has to be escaped.' };
    }
    if (code === 0x5c) {
      const length = lengthOfEscape(text, position);
      if (length === 0) return { ok: false, offset: position, message: 'This escape does not exist in JSON.' };
      position += length;
    } else {
      position += 1;
    }
  }
  return { ok: false, offset: text.length, message: 'The string has no closing quote.' };
}

/** How many characters the escape at a backslash takes; 0 for none that JSON knows. */
function lengthOfEscape(text: string, position: number): number {
  const kind = text.charAt(position + 1);
  if (kind === 'u') return hexDigits.test(text.slice(position + 2, position + 6)) ? 6 : 0;
  return kind !== '' && '"\\/bfnrt'.includes(kind) ? 2 : 0;
}

/** The next position that holds none of JSON's four blanks. */
export function skipJsonBlanks(text: string, start: number): number {
  let position = start;
  for (; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
  }
  return position;
}
