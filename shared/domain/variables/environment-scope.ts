import type { Environment } from '../environment/environment.ts';

/**
 * What `{{name}}` means in an environment: the built-in `base` (base URL) and `store` (store code), then the user's own
 * variables. Of two with one name the later wins, and the user's wins over a built-in one.
 */
export function environmentScope(
  environment: Pick<Environment, 'baseUrl' | 'storeCode' | 'variables'>,
): ReadonlyMap<string, string> {
  const scope = new Map([
    ['base', environment.baseUrl.replace(/\/+$/, '')],
    ['store', environment.storeCode],
  ]);
  for (const variable of environment.variables) if (variable.isEnabled) scope.set(variable.name, variable.value);
  return scope;
}
