import { escapeParameterName, escapeParameterValue } from '#shared/domain/http/parameters.ts';
import { environmentScope } from '#shared/domain/variables/environment-scope.ts';
import { resolveVariables } from '#shared/domain/variables/resolve.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ExchangeStep } from '../exchange-context.ts';

const list = (names: ReadonlySet<string>): string => [...names].map((name) => `“${name}”`).join(', ');

/** Replaces the variables of URL, parameters, headers and body, and names all that can't be replaced at once. */
export const resolveRequestVariables: ExchangeStep = (context) => {
  const { request, environment } = context.input;
  const scope = environmentScope(environment);
  const unknown = new Set<string>();
  const cycles = new Set<string>();
  const resolve = (text: string, escape = (value: string): string => value): string => {
    if (!text.includes('{{')) return text;
    const result = resolveVariables(text, scope);
    // What the user typed around a variable is already as wanted; only the value must not tear the row apart.
    if (result.ok) return escape(result.value);
    result.error.unknown.forEach((name) => unknown.add(name));
    result.error.cycles.forEach((cycle) => cycles.add(cycle));
    return text;
  };

  const enabled = <Row extends { readonly isEnabled: boolean }>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => row.isEnabled);
  context.request = {
    ...request,
    url: resolve(request.url),
    parameters: enabled(request.parameters).map((row) => ({
      ...row,
      name: resolve(row.name, escapeParameterName),
      value: row.value === null ? null : resolve(row.value, escapeParameterValue),
    })),
    headers: enabled(request.headers)
      .filter((row) => row.name !== '' || row.value !== '')
      .map((row) => ({ ...row, name: resolve(row.name), value: resolve(row.value) })),
    body: request.body.kind === 'none' ? request.body : { ...request.body, text: resolve(request.body.text) },
  };

  if (cycles.size > 0) {
    throw new AppError({
      code: 'request.variable',
      message: `A variable refers to itself: ${list(cycles)}.`,
      cause: 'Each of these variables is needed for the value of the next, so none has a value.',
      nextStep: 'Break the circle in the variables of the environment.',
      facts: { cycles: [...cycles].join(', '), environment: environment.name },
    });
  }
  if (unknown.size > 0) {
    throw new AppError({
      code: 'request.variable',
      message: `The environment “${environment.name}” has no variable ${list(unknown)}.`,
      cause: 'The name is misspelt, the variable is switched off, or it belongs to another environment.',
      nextStep: 'Add the variable to the environment, or correct the name in the request.',
      facts: { variables: [...unknown].join(', '), environment: environment.name },
    });
  }
};
