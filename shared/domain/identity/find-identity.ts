import type { ErrorData } from '../../errors/app-error.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { isSameName } from '../environment/environment-problems.ts';
import type { Identity } from './identity.ts';

/** Finds an identity of an environment by its name without case, or by its kind where exactly one is of that kind. */
export function findIdentity(identities: readonly Identity[], text: string): Result<Identity, ErrorData> {
  const named = identities.find(({ name }) => isSameName(name, text));
  if (named) return ok(named);
  const ofKind = identities.filter(({ kind }) => isSameName(kind, text));
  const [only] = ofKind;
  if (only && ofKind.length === 1) return ok(only);
  const choices = (ofKind.length > 0 ? ofKind : identities).map(({ name, kind }) => `“${name}” (${kind})`).join(', ');
  return err({
    code: 'identity.unknown',
    message:
      ofKind.length > 1
        ? `There are ${ofKind.length} identities of the kind “${text}”.`
        : `There is no identity “${text}” in this environment, neither by name nor by kind.`,
    cause: choices === '' ? 'The environment has no identities.' : `The choices are ${choices}.`,
    nextStep:
      choices === ''
        ? 'Add an identity to the environment.'
        : 'Choose one of them, or add such an identity to the environment.',
    facts: { name: text },
  });
}
