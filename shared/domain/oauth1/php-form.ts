// How PHP's parse_str reads a form body or a query, as far as a signature can tell the difference.
import type { ByteString } from '../../kernel/byte-string.ts';
import { readFormPairs } from './form-pairs.ts';
import type { Parameter } from './parameters.ts';

/** A field as PHP names it; `isArray` where brackets make it an element of an array, which can't be signed. */
export interface PhpField extends Parameter {
  readonly sentName: ByteString;
  readonly isArray: boolean;
}

/** Reads a text as PHP's `parse_str` does (main/php_variables.c); repeated names are left as they come. */
export function readPhpFields(text: string, origin: Parameter['origin']): PhpField[] {
  const fields: PhpField[] = [];
  for (const { name: sentName, value, origin: from, pairIndex } of readFormPairs(text, origin).parameters) {
    const field = readPhpName(sentName);
    if (field) fields.push({ name: field.name, value, origin: from, pairIndex, sentName, isArray: field.isArray });
  }
  return fields;
}

/**
 * A variable name as PHP makes it: leading spaces and all from the first NUL go, dots and spaces become `_`, and so does a
 * bracket that nothing closes. Null where no name is left, for such fields are dropped.
 */
function readPhpName(sentName: ByteString): { readonly name: ByteString; readonly isArray: boolean } | null {
  if (sentName !== '' && !/[ .[\0]/.test(sentName)) return { name: sentName, isArray: false };
  const name = sentName.replace(/^ +/, '').replace(/\0.*$/s, '');
  const bracket = name.indexOf('[');
  const base = (bracket < 0 ? name : name.slice(0, bracket)).replace(/[ .]/g, '_');
  if (base === '') return null;
  if (bracket < 0) return { name: base, isArray: false };
  if (name.includes(']', bracket)) return { name: base, isArray: true };
  return { name: base + name.slice(bracket).replace(/[ .[]/g, '_'), isArray: false };
}

/** True for a name that PHP turns into an integer key: a whole decimal number without a leading zero or a plus. */
export function isIntegerKey(name: ByteString): boolean {
  return /^(?:0|-?[1-9]\d{0,17})$/.test(name);
}

const numeric = /^[ \t\n\r\v\f]*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[ \t\n\r\v\f]*$/;

/** Compares two string keys as PHP's `ksort` does: by bytes, save that two numeric strings compare as numbers. */
export function compareKeys(left: ByteString, right: ByteString): number {
  if (left === right) return 0;
  if (left < '@' && right < '@' && numeric.test(left) && numeric.test(right)) return Number(left) - Number(right);
  return left < right ? -1 : 1;
}
