// URL text and parameter table are two faces of one model: a row holds the raw text between `&` and `=`, so that going
// from one to the other and back changes no byte. A fragment stays in the text of the last row: nothing typed is lost,
// and it is dropped only when the URL is written to the wire.
import type { Parameter } from './request.ts';

/** Splits a raw query at `&` and each pair at its first `=`; the empty query is one empty flag. */
export function parseQuery(raw: string): Parameter[] {
  return raw.split('&').map((pair) => {
    const equals = pair.indexOf('=');
    return equals < 0
      ? { name: pair, value: null, isEnabled: true }
      : { name: pair.slice(0, equals), value: pair.slice(equals + 1), isEnabled: true };
  });
}

/** The raw query of the rows that are switched on; null where there is none. */
export function formatQuery(parameters: readonly Parameter[]): string | null {
  const pairs = parameters
    .filter((parameter) => parameter.isEnabled)
    .map(({ name, value }) => (value === null ? name : `${name}=${value}`));
  return pairs.length === 0 ? null : pairs.join('&');
}

/** The text of the URL field: the URL before its query, and the rows that are switched on. */
export function formatUrl(url: string, parameters: readonly Parameter[]): string {
  const query = formatQuery(parameters);
  if (query === null) return url;
  // A variable in front may bring a query of its own.
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

/** The text before the `?` and the raw query behind it; a `?` inside a fragment starts no query. */
export function splitUrlText(text: string): { readonly url: string; readonly query: string | null } {
  const mark = /^[^?#]*\?/.exec(text)?.[0].length;
  return mark === undefined ? { url: text, query: null } : { url: text.slice(0, mark - 1), query: text.slice(mark) };
}

const isSameRow = (left: Parameter | undefined, right: Parameter | undefined): boolean =>
  left?.name === right?.name && left?.value === right?.value;

/**
 * Reads a typed URL into the model and keeps the rows that are switched off, which no URL shows, where they stood:
 * rows before and after the edited stretch are recognised, so a switched-off row keeps its neighbours.
 */
export function reconcile(
  previous: readonly Parameter[],
  typedUrl: string,
): { readonly url: string; readonly parameters: readonly Parameter[] } {
  const { url, query } = splitUrlText(typedUrl);
  const typed = query === null ? [] : parseQuery(query);
  const shown = previous.filter((parameter) => parameter.isEnabled);
  const shorter = Math.min(shown.length, typed.length);
  let prefix = 0;
  while (prefix < shorter && isSameRow(shown[prefix], typed[prefix])) prefix += 1;
  let suffix = 0;
  while (suffix < shorter - prefix && isSameRow(shown.at(-1 - suffix), typed.at(-1 - suffix))) suffix += 1;

  const place = (shownBefore: number): number => {
    if (shownBefore <= prefix) return shownBefore;
    if (shownBefore >= shown.length - suffix) return typed.length - (shown.length - shownBefore);
    return Math.min(shownBefore, typed.length - suffix);
  };
  const parameters: Parameter[] = [];
  let taken = 0;
  let shownBefore = 0;
  for (const parameter of previous) {
    if (parameter.isEnabled) {
      shownBefore += 1;
      continue;
    }
    const until = place(shownBefore);
    if (until > taken) {
      parameters.push(...typed.slice(taken, until));
      taken = until;
    }
    parameters.push(parameter);
  }
  parameters.push(...typed.slice(taken));
  return { url, parameters };
}

const escapes: Readonly<Record<string, string>> = { '&': '%26', '#': '%23', '=': '%3D' };
const escape = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (character) => escapes[character] ?? character);

/** A name as typed into a cell: only what would end the name is escaped. */
export const escapeParameterName = (text: string): string => escape(text, /[&#=]/g);

/** A value as typed into a cell: only what would end the value is escaped. */
export const escapeParameterValue = (text: string): string => escape(text, /[&#]/g);

/** What a cell of the table may change; texts are as the user typed them. */
export interface ParameterEdit {
  readonly name?: string;
  readonly value?: string | null;
  readonly isEnabled?: boolean;
}

/** Changes one row; every other row stays as it is, and so does each part of this one that the edit does not name. */
export function editParameter(parameters: readonly Parameter[], index: number, edit: ParameterEdit): Parameter[] {
  return parameters.map((parameter, position) =>
    position !== index
      ? parameter
      : {
          name: edit.name === undefined ? parameter.name : escapeParameterName(edit.name),
          value:
            edit.value === undefined ? parameter.value : edit.value === null ? null : escapeParameterValue(edit.value),
          isEnabled: edit.isEnabled ?? parameter.isEnabled,
        },
  );
}
