/** One `{{name}}` in a text; `start` and `end` are offsets in UTF-16 units, `end` behind the last brace. */
export interface VariablePosition {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Magento's own directives (`{{widget type="…"}}`, `{{/if}}`) have blanks or marks inside and are plain text here. */
const variable = /\{\{[ \t]*([\p{L}\p{N}_$][\p{L}\p{N}_.$-]*)[ \t]*\}\}/gu;

/** Finds the variables of a text in order. Blanks around the name do not belong to it, blanks inside make it none. */
export function findVariables(text: string): VariablePosition[] {
  return [...text.matchAll(variable)].map((match) => ({
    name: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}
