// How PHP's parse_str reads a form body, as far as a signature can tell the difference.
import type { ByteString } from '../../kernel/byte-string.ts';
import { readFormPairs } from './form-pairs.ts';
import type { Parameter } from './parameters.ts';

/** A form field as PHP names it; `isArray` where brackets make it an element of an array, which can't be signed. */
export interface PhpField extends Parameter {
  readonly sentName: ByteString;
  readonly isArray: boolean;
}

/** Reads a form body as PHP's `parse_str` does (main/php_variables.c); repeated names are left as they come. */
export function readPhpForm(text: string): PhpField[] {
  return readFormPairs(text, 'body').parameters.flatMap((parameter) => {
    const field = readPhpName(parameter.name);
    return field === null ? [] : [{ ...parameter, ...field, sentName: parameter.name }];
  });
}

/**
 * A variable name as PHP makes it: leading spaces and all from the first NUL go, dots and spaces become `_`, and so does a
 * bracket that nothing closes. Null where no name is left, for such fields are dropped.
 */
function readPhpName(sentName: ByteString): { readonly name: ByteString; readonly isArray: boolean } | null {
  const name = sentName.replace(/^ +/, '').replace(/\0.*$/s, '');
  const bracket = name.indexOf('[');
  const base = (bracket < 0 ? name : name.slice(0, bracket)).replace(/[ .]/g, '_');
  if (base === '') return null;
  if (bracket < 0) return { name: base, isArray: false };
  if (name.includes(']', bracket)) return { name: base, isArray: true };
  return { name: base + name.slice(bracket).replace(/[ .[]/g, '_'), isArray: false };
}
