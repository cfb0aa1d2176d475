// Which environment and identity count now: the user's choice, or the first that makes sense.
import type { Environment } from '#shared/domain/environment/environment.ts';
import type { IdentityState } from '#shared/domain/identity/identity.ts';
import type { Workspace } from '#shared/domain/settings/workspace.ts';

type Choices = Pick<Workspace, 'environmentId' | 'identityIds'>;

export const currentEnvironment = (environments: readonly Environment[], { environmentId }: Choices) =>
  environments.find(({ id }) => id === environmentId) ?? environments[0] ?? null;

export const identitiesOf = (identities: readonly IdentityState[], environment: Environment | null) =>
  identities.filter(({ environmentId }) => environmentId === environment?.id);

/** The chosen identity of an environment; where none was chosen, an integration, as it may do most and never expires. */
export function currentIdentity(
  identities: readonly IdentityState[],
  environment: Environment | null,
  { identityIds }: Choices,
): IdentityState | null {
  const own = identitiesOf(identities, environment);
  const chosen = environment && identityIds[environment.id];
  return own.find(({ id }) => id === chosen) ?? own.find(({ kind }) => kind === 'integration') ?? own[0] ?? null;
}

/** Who a request goes as: the identity that it names itself, by name or kind, or the workbench's choice. */
export function identityOfRequest(
  sendAs: string | null,
  identities: readonly IdentityState[],
  chosen: IdentityState | null,
): IdentityState | null {
  if (sendAs === null) return chosen;
  return (
    identities.find(({ name }) => name === sendAs) ??
    (chosen?.kind === sendAs ? chosen : null) ??
    identities.find(({ kind }) => kind === sendAs) ??
    null
  );
}
