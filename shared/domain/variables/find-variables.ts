/** One `{{name}}` in a text; `start` and `end` are offsets in UTF-16 units, `end` behind the last brace. */
export interface VariablePosition {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Finds the variables of a text in order. Blanks inside the braces do not belong to the name. */
export function findVariables(text: string): VariablePosition[] {
  return [...text.matchAll(/\{\{([^{}]*)\}\}/g)]
    .map((match) => ({ name: (match[1] ?? '').trim(), start: match.index, end: match.index + match[0].length }))
    .filter(({ name }) => name !== '');
}
