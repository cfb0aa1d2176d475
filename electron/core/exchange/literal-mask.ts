// Finds known secrets wherever they occur, in every spelling in which they travel, and covers them. Works on bytes so
// that a body is otherwise kept exactly as it came.
import { secretMask } from '#shared/domain/exchange/secret-mask.ts';

/** Below this length a replacement would tear ordinary words apart; such a secret is covered only where its name stands. */
const shortestLiteral = 4;
const maskBytes = Buffer.from(secretMask, 'utf8');

/** Half a surrogate pair has no UTF-8 form; what is sent in its place is what must be found. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

const percentEncode = (text: string): string =>
  encodeURIComponent(wellFormed(text)).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const escapeJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** As PHP's json_encode writes it, which also escapes slashes and every letter outside ASCII. */
const escapePhpJson = (text: string): string =>
  escapeJson(text)
    .replaceAll('/', '\\/')
    .replace(/[^\u0000-\u007f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Every spelling of a secret: as it is, percent-encoded, as a form value, in JSON, and in JSON inside JSON. */
function spellings(secret: string): string[] {
  const inJson = [
    escapeJson(secret),
    escapeJson(secret).replaceAll('/', '\\/'),
    escapePhpJson(secret),
    escapePhpJson(secret).replaceAll('\\/', '/'),
  ];
  const strict = percentEncode(secret);
  return [
    secret,
    ...inJson,
    ...inJson.map(escapeJson),
    ...inJson.map(escapePhpJson),
    strict,
    strict.replaceAll('%20', '+'),
    encodeURIComponent(wellFormed(secret)),
    strict.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    encodeURI(wellFormed(secret)),
    percentEncode(strict),
  ];
}

/** Covers literals in a text, or in bytes that come in parts. */
export interface LiteralMask {
  readonly maskText: (text: string) => string;
  /** A mask for one stream of bytes: give it each part, then `end()` for what it held back. */
  createStream(): { write(part: Uint8Array): Uint8Array; end(): Uint8Array; hasMasked(): boolean };
}

export function createLiteralMask(secrets: readonly string[]): LiteralMask {
  const literals = [...new Set(secrets.filter((secret) => secret.length >= shortestLiteral).flatMap(spellings))]
    // The longest first, or a spelling that contains another would be covered in part.
    .sort((left, right) => right.length - left.length);
  const needles = literals.map((literal) => Buffer.from(literal, 'utf8'));
  const longest = needles[0]?.length ?? 0;

  /** The first needle in the bytes from an offset on. */
  const findNext = (bytes: Buffer, from: number): { at: number; length: number } | null => {
    let found: { at: number; length: number } | null = null;
    for (const needle of needles) {
      const at = bytes.indexOf(needle, from);
      if (at >= 0 && (found === null || at < found.at)) found = { at, length: needle.length };
    }
    return found;
  };

  return {
    maskText: (text) => literals.reduce((masked, literal) => masked.replaceAll(literal, secretMask), text),
    createStream: () => {
      let held: Buffer = Buffer.alloc(0);
      let hasMasked = false;
      const cover = (bytes: Buffer, isEnd: boolean): Uint8Array => {
        const parts: Uint8Array[] = [];
        let from = 0;
        // A needle that starts in the last bytes may continue in the next part.
        const safeStart = isEnd ? bytes.length : Math.max(0, bytes.length - longest + 1);
        for (let hit = findNext(bytes, from); hit !== null && hit.at < safeStart; hit = findNext(bytes, from)) {
          hasMasked = true;
          parts.push(bytes.subarray(from, hit.at), maskBytes);
          from = hit.at + hit.length;
        }
        const until = Math.max(from, safeStart);
        parts.push(bytes.subarray(from, until));
        held = Buffer.from(bytes.subarray(until));
        return Buffer.concat(parts);
      };
      return {
        write: (part) => (needles.length === 0 ? part : cover(Buffer.concat([held, part]), false)),
        end: () => cover(held, true),
        hasMasked: () => hasMasked,
      };
    },
  };
}
