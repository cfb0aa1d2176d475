import type { ErrorData } from '../../errors/app-error.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { isSameName } from './environment-problems.ts';
import type { Environment } from './environment.ts';

/** Finds an environment by its name without case, or by the beginning of its name where only one begins so. */
export function findEnvironment(environments: readonly Environment[], text: string): Result<Environment, ErrorData> {
  const exact = environments.find(({ name }) => isSameName(name, text));
  if (exact) return ok(exact);
  const wanted = text.trim().toLowerCase();
  const beginning = wanted === '' ? [] : environments.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  const [only] = beginning;
  if (only && beginning.length === 1) return ok(only);
  const choices = (beginning.length > 0 ? beginning : environments).map(({ name }) => `“${name}”`).join(', ');
  return err({
    code: 'environment.unknown',
    message:
      beginning.length > 1
        ? `The names of ${beginning.length} environments begin with “${text}”.`
        : `There is no environment named “${text}”.`,
    cause: choices === '' ? 'No environment has been made yet.' : `The choices are ${choices}.`,
    nextStep: choices === '' ? 'Make an environment first.' : 'Name one of them.',
    facts: { name: text },
  });
}
