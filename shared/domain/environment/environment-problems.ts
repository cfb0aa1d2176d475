import type { Environment, EnvironmentDraft } from './environment.ts';

/** What is wrong with one field of a form, as a sentence. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

const baseUrlPattern = /^https?:\/\/(?:\[[0-9a-f:.]+\]|[^\s/?#@:[\]\\]+)(?::\d{1,5})?(?:\/[^\s?#\\]*)?$/i;
const storeCodePattern = /^(?:[A-Za-z][A-Za-z0-9_]*)?$/;

/** A base URL as it is stored: without surrounding space and trailing slashes. */
export function normaliseBaseUrl(text: string): string {
  return text.trim().replace(/\/+$/, '');
}

/** Everything that keeps an environment from being saved; `others` are those whose names are taken. */
export function findEnvironmentProblems(draft: EnvironmentDraft, others: readonly Environment[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const name = draft.name.trim();
  if (name === '') problems.push({ field: 'name', message: 'The environment needs a name.' });
  else if (others.some((other) => isSameName(other.name, name))) {
    problems.push({ field: 'name', message: `There is an environment named “${name}” already.` });
  }
  if (!baseUrlPattern.test(normaliseBaseUrl(draft.baseUrl))) {
    problems.push({
      field: 'baseUrl',
      message: 'The base URL starts with http:// or https:// and has a host, but no user name, “?” or “#”.',
    });
  }
  if (!storeCodePattern.test(draft.storeCode)) {
    problems.push({
      field: 'storeCode',
      message: 'A store code starts with a letter and has letters, digits and underscores only.',
    });
  }
  if (draft.variables.some(({ name: variable }) => variable.trim() === '')) {
    problems.push({ field: 'variables', message: 'Each variable needs a name.' });
  }
  return problems;
}

/** Whether two names are one to a person: compared without case and surrounding space. */
export function isSameName(left: string, right: string): boolean {
  return left.trim().toLowerCase() === right.trim().toLowerCase();
}
