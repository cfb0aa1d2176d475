import { findVariables } from '#shared/domain/variables/find-variables.ts';
import { formatJson } from '#shared/kernel/format-json.ts';

/** A stand-in of the same length for each variable, which is a fine value both inside a string and outside. */
function fillVariables(text: string): string {
  let filled = '';
  let end = 0;
  for (const variable of findVariables(text)) {
    filled += text.slice(end, variable.start) + '1'.repeat(variable.end - variable.start);
    end = variable.end;
  }
  return filled + text.slice(end);
}

/** Where and why a body with variables is no JSON; null where it is, or is empty. Offsets count UTF-16 units. */
export function findJsonProblem(text: string): { readonly offset: number; readonly message: string } | null {
  if (text.trim() === '') return null;
  const formatted = formatJson(fillVariables(text));
  return formatted.ok ? null : formatted.error;
}

/** Lays a body out with its variables as they stand; null where it is no JSON. */
export function formatJsonBody(text: string): string | null {
  // A run of digits that the body does not contain is a fine token both inside a string and outside.
  let digits = '4711';
  while (text.includes(digits)) digits += '4711';
  const names: string[] = [];
  let filled = '';
  let end = 0;
  for (const variable of findVariables(text)) {
    filled += `${text.slice(end, variable.start)}1${digits}${names.length}0`;
    names.push(text.slice(variable.start, variable.end));
    end = variable.end;
  }
  const formatted = formatJson(filled + text.slice(end));
  if (!formatted.ok) return null;
  return names.reduce((result, name, index) => result.replace(`1${digits}${index}0`, () => name), formatted.text);
}
