// How PHP reads a form or a query into variables (`parse_str`), as far as a signature can tell the difference.
import { decodeFormBytes } from './percent-encoding.ts';

/** The variables by name; null stands for an array, whatever it holds. */
export type PhpFields = ReadonlyMap<string, string | null>;

interface FieldName {
  readonly name: string;
  readonly isArray: boolean;
}

const underscored = (text: string): string => text.replace(/[ .[]/g, '_');

/**
 * The variable that a decoded name stands for: cut at a zero byte, without leading spaces, dots and spaces made
 * underscores. Brackets that close make an array; one that doesn't is an underscore like the rest.
 */
function readName(decoded: string): FieldName {
  const [text = ''] = decoded.split('\0', 1);
  const trimmed = text.replace(/^ +/, '');
  const bracket = trimmed.indexOf('[');
  if (bracket === 0) return { name: '', isArray: true };
  const isArray = bracket > 0 && trimmed.includes(']', bracket);
  return { name: underscored(isArray ? trimmed.slice(0, bracket) : trimmed), isArray };
}

/** Parses `name=value` pairs. A later field replaces an earlier one of its name, be they text or array. */
export function parsePhpFields(text: string): PhpFields {
  const fields = new Map<string, string | null>();
  for (const pair of text.split('&')) {
    const equals = pair.indexOf('=');
    const { name, isArray } = readName(decodeFormBytes(equals < 0 ? pair : pair.slice(0, equals)));
    if (name !== '') fields.set(name, isArray ? null : equals < 0 ? '' : decodeFormBytes(pair.slice(equals + 1)));
  }
  return fields;
}
