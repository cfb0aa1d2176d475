import { identityKindFacts } from '#shared/domain/identity/identity-kinds.ts';
import type { Identity } from '#shared/domain/identity/identity.ts';
import { AppError } from '#shared/errors/app-error.ts';

/** A secret that can't be done without; throws `AppError` `identity.credential` where it is missing. */
export function requireSecret(identity: Identity, secrets: Readonly<Record<string, string>>, name: string): string {
  const value = secrets[name];
  if (value !== undefined && value !== '') return value;
  const field = identityKindFacts[identity.kind].secrets.find((candidate) => candidate.name === name);
  throw new AppError({
    code: 'identity.credential',
    message: `The identity “${identity.name}” has no ${(field?.label ?? name).toLowerCase()}.`,
    cause: 'It was never entered, or it was kept for an earlier session only because this system has no key store.',
    nextStep: 'Enter it in the settings of the identity, or give it to the command line with --secrets.',
    facts: { identity: identity.name, field: name },
  });
}
