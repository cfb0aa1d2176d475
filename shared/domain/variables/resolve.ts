import { err, ok, type Result } from '../../kernel/result.ts';
import { findVariables } from './find-variables.ts';

/** Why a text can't be resolved: names that nothing defines, and chains such as `a → b → a`. */
export interface VariableProblems {
  readonly unknown: readonly string[];
  readonly cycles: readonly string[];
}

/** Replaces each `{{name}}` by its value, and the variables inside that value likewise; all problems are told at once. */
export function resolveVariables(text: string, scope: ReadonlyMap<string, string>): Result<string, VariableProblems> {
  const unknown = new Set<string>();
  const cycles = new Set<string>();
  const resolved = new Map<string, string>();

  const valueOf = (name: string, chain: readonly string[]): string => {
    if (chain.includes(name)) {
      cycles.add([...chain.slice(chain.indexOf(name)), name].join(' → '));
      return '';
    }
    const known = resolved.get(name);
    if (known !== undefined) return known;
    const raw = scope.get(name);
    if (raw === undefined) {
      unknown.add(name);
      return '';
    }
    const value = expand(raw, [...chain, name]);
    resolved.set(name, value);
    return value;
  };
  const expand = (part: string, chain: readonly string[]): string => {
    let result = '';
    let end = 0;
    for (const variable of findVariables(part)) {
      result += part.slice(end, variable.start) + valueOf(variable.name, chain);
      end = variable.end;
    }
    return result + part.slice(end);
  };

  const value = expand(text, []);
  return unknown.size + cycles.size === 0 ? ok(value) : err({ unknown: [...unknown], cycles: [...cycles] });
}
