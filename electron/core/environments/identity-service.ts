import { findIdentity } from '#shared/domain/identity/find-identity.ts';
import { identityKindFacts } from '#shared/domain/identity/identity-kinds.ts';
import { findIdentityProblems } from '#shared/domain/identity/identity-problems.ts';
import type { Identity, IdentityDraft, IdentityState } from '#shared/domain/identity/identity.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { CredentialService } from '../credentials/credential-service.ts';
import type { Random } from '../ports.ts';
import { refuseProblems } from './draft-error.ts';
import type { EnvironmentStore } from './environment-store.ts';

export interface IdentityServiceDeps {
  readonly store: EnvironmentStore;
  readonly credentials: CredentialService;
  readonly random: Random;
  /** How an identity's token stands; asked only of kinds that sign in. */
  tokenState(identityId: string): IdentityState['token'];
  /** Called when secrets change or an identity goes: what was obtained with the old ones is void. */
  forgetToken(identityId: string): void;
}

/** The identities of all environments, each with what the views may know of its secrets. */
export class IdentityService {
  readonly #deps: IdentityServiceDeps;

  constructor(deps: IdentityServiceDeps) {
    this.#deps = deps;
  }

  list(): readonly IdentityState[] {
    return this.#identities().map((identity) => this.#describe(identity));
  }

  /** Throws AppError `identity.unknown`. */
  get(id: string): Identity {
    return requireIdentity(this.#identities(), id);
  }

  /** The identities of one environment, without what depends on their secrets. */
  listOf(environmentId: string): readonly Identity[] {
    return this.#identities().filter((identity) => identity.environmentId === environmentId);
  }

  /** By name, or by kind where exactly one is of it. Throws AppError `identity.unknown` that lists the choices. */
  resolveByName(environmentId: string, text: string): Identity {
    const found = findIdentity(this.listOf(environmentId), text);
    if (!found.ok) throw new AppError(found.error);
    return found.value;
  }

  /** Adds an identity and seals its secrets. Throws AppError `input.invalid`, `storage.write`. */
  async create(draft: IdentityDraft): Promise<IdentityState> {
    const identity = toIdentity(this.#deps.random.uuid(), draft);
    refuseProblems(findIdentityProblems(draft, this.listOf(draft.environmentId)));
    // Secrets first: an identity that appears is complete, and secrets without an identity are unreachable.
    await this.#deps.credentials.set(identity.id, draft.secrets);
    this.#deps.store.update((current) => {
      if (!current.environments.some(({ id }) => id === draft.environmentId)) throw environmentGoneError();
      return { ...current, identities: [...current.identities, identity] };
    });
    return this.#describe(identity);
  }

  /** Changes an identity; it stays in its environment. Throws AppError `identity.unknown`, `input.invalid`, `storage.write`. */
  async update(id: string, draft: IdentityDraft): Promise<IdentityState> {
    const before = this.get(id);
    const identity = { ...toIdentity(id, draft), environmentId: before.environmentId };
    const others = this.listOf(before.environmentId).filter((other) => other.id !== id);
    refuseProblems(findIdentityProblems(draft, others));
    if (before.kind !== identity.kind) this.#deps.credentials.remove([id]);
    await this.#deps.credentials.set(id, draft.secrets);
    const isSameAccount = before.kind === identity.kind && before.username === identity.username;
    if (!isSameAccount || Object.keys(draft.secrets).length > 0) {
      await this.#deps.credentials.tokens.write(id, null);
      this.#deps.forgetToken(id);
    }
    this.#deps.store.update((current) => {
      requireIdentity(current.identities, id);
      return { ...current, identities: current.identities.map((other) => (other.id === id ? identity : other)) };
    });
    return this.#describe(identity);
  }

  /** Removes an identity and its secrets. Throws AppError `identity.unknown`, `storage.write`. */
  remove(id: string): void {
    this.#deps.store.update((current) => {
      requireIdentity(current.identities, id);
      return { ...current, identities: current.identities.filter((identity) => identity.id !== id) };
    });
    this.#deps.credentials.remove([id]);
    this.#deps.forgetToken(id);
  }

  /** The one secret that the user asked to see. Rejects with AppError `identity.unknown`, `identity.credential`. */
  async reveal(id: string, field: string): Promise<string> {
    return this.#deps.credentials.reveal(this.get(id), field);
  }

  /** An identity with the names of its secrets and its token's state. Throws AppError `identity.unknown`. */
  describe(id: string): IdentityState {
    return this.#describe(this.get(id));
  }

  onChange(listener: () => void): () => void {
    return this.#deps.store.onIdentitiesChange(listener);
  }

  #identities(): readonly Identity[] {
    return this.#deps.store.read().identities;
  }

  #describe(identity: Identity): IdentityState {
    const signsIn = identityKindFacts[identity.kind].usernameLabel !== null;
    return {
      ...identity,
      storedSecrets: this.#deps.credentials.fieldNames(identity),
      token: signsIn ? this.#deps.tokenState(identity.id) : { kind: 'notNeeded' },
    };
  }
}

function toIdentity(id: string, draft: IdentityDraft): Identity {
  const hasAccount = identityKindFacts[draft.kind].usernameLabel !== null;
  return {
    id,
    environmentId: draft.environmentId,
    name: draft.name.trim(),
    kind: draft.kind,
    username: hasAccount ? draft.username.trim() : '',
  };
}

function requireIdentity(identities: readonly Identity[], id: string): Identity {
  const identity = identities.find((candidate) => candidate.id === id);
  if (identity) return identity;
  throw new AppError({
    code: 'identity.unknown',
    message: 'This identity does not exist any more.',
    cause: 'It was removed meanwhile, in this window or by another Lodestone.',
    nextStep: 'Choose another identity.',
    facts: { id },
  });
}

function environmentGoneError(): AppError {
  return new AppError({
    code: 'environment.unknown',
    message: 'The identity’s environment does not exist any more.',
    cause: 'It was removed meanwhile, in this window or by another Lodestone.',
    nextStep: 'Choose an environment, then add the identity to it.',
  });
}
