import { identityKindFacts } from '#shared/domain/identity/identity-kinds.ts';
import type { Identity } from '#shared/domain/identity/identity.ts';
import { AppError } from '#shared/errors/app-error.ts';

/** A secret that was never entered, or was removed. */
export function missingSecretError(identity: Identity, field: string): AppError {
  return new AppError({
    code: 'identity.credential',
    message: `The identity “${identity.name}” has no ${labelOf(identity, field)}.`,
    cause: 'It was not entered yet, or it was entered while the system had no key store and lasted one session only.',
    nextStep: `Enter the ${labelOf(identity, field)} of “${identity.name}”.`,
    facts: { identity: identity.name, field },
  });
}

/** A secret that is stored, but not for this user, machine or program. The reason is left out: it may quote the secret. */
export function unopenableSecretError(identity: Identity, field: string, cause: unknown): AppError {
  return new AppError(
    {
      code: 'identity.credential',
      message: `The ${labelOf(identity, field)} of “${identity.name}” can’t be opened.`,
      cause: 'It was sealed by the key store of another user, machine or program, or the key store is locked.',
      nextStep: `Unlock the key store, or enter the ${labelOf(identity, field)} again.`,
      facts: { identity: identity.name, field },
    },
    { cause },
  );
}

/** The field as it stands inside a sentence: “consumer secret”. */
function labelOf(identity: Identity, field: string): string {
  const label = identityKindFacts[identity.kind].secrets.find(({ name }) => name === field)?.label;
  return label?.toLowerCase() ?? field;
}
