/** A piece of one line of JSON and what it is; blanks and unknown text have no piece. */
export interface JsonToken {
  readonly start: number;
  readonly end: number;
  readonly kind: 'key' | 'string' | 'number' | 'literal' | 'punctuation';
}

const pattern = /("(?:[^"\\]|\\.)*"?)(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b|([{}[\],:])/g;

/** The tokens of one line of laid-out JSON, as far as a line alone can tell. */
export function jsonTokens(line: string): JsonToken[] {
  const tokens: JsonToken[] = [];
  for (const match of line.matchAll(pattern)) {
    const start = match.index;
    const [whole, string, colon, number, literal] = match;
    if (string !== undefined) {
      tokens.push({ start, end: start + string.length, kind: colon === undefined ? 'string' : 'key' });
      if (colon !== undefined) {
        tokens.push({ start: start + string.length, end: start + whole.length, kind: 'punctuation' });
      }
    } else {
      const kind = number !== undefined ? 'number' : literal !== undefined ? 'literal' : 'punctuation';
      tokens.push({ start, end: start + whole.length, kind });
    }
  }
  return tokens;
}
