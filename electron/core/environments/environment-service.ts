import { findEnvironmentProblems, normaliseBaseUrl } from '#shared/domain/environment/environment-problems.ts';
import type { Environment, EnvironmentDraft } from '#shared/domain/environment/environment.ts';
import { findEnvironment } from '#shared/domain/environment/find-environment.ts';
import { withProfileOfRelease } from '#shared/domain/environment/release-profile.ts';
import { identityKindFacts } from '#shared/domain/identity/identity-kinds.ts';
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { CredentialService } from '../credentials/credential-service.ts';
import type { Clock, Random } from '../ports.ts';
import { refuseProblems } from './draft-error.ts';
import type { EnvironmentStore } from './environment-store.ts';

export interface EnvironmentServiceDeps {
  readonly store: EnvironmentStore;
  readonly credentials: Pick<CredentialService, 'remove'>;
  readonly random: Random;
  readonly clock: Clock;
}

/** The environments, in the user's order. */
export class EnvironmentService {
  readonly #store: EnvironmentStore;
  readonly #credentials: Pick<CredentialService, 'remove'>;
  readonly #random: Random;
  readonly #clock: Clock;

  constructor({ store, credentials, random, clock }: EnvironmentServiceDeps) {
    this.#store = store;
    this.#credentials = credentials;
    this.#random = random;
    this.#clock = clock;
  }

  list(): readonly Environment[] {
    return this.#store.read().environments;
  }

  /** Throws AppError `environment.unknown`. */
  get(id: string): Environment {
    return requireEnvironment(this.list(), id);
  }

  /** By name without case, or by its unique beginning. Throws AppError `environment.unknown` that lists the choices. */
  resolveByName(text: string): Environment {
    const found = findEnvironment(this.list(), text);
    if (!found.ok) throw new AppError(found.error);
    return found.value;
  }

  /**
   * Adds an environment at the end, with its guest; a release that decides it brings the server profile. Throws AppError
   * `input.invalid`, `storage.write`.
   */
  create(draft: EnvironmentDraft): Environment {
    const complete = withProfileOfRelease(tidy(draft), this.#now());
    const environment: Environment = { ...complete, id: this.#random.uuid(), origin: 'user' };
    const guest = {
      id: this.#random.uuid(),
      environmentId: environment.id,
      name: identityKindFacts.guest.label,
      kind: 'guest' as const,
      username: '',
    };
    this.#store.update((current) => {
      refuseProblems(findEnvironmentProblems(draft, current.environments));
      return {
        environments: [...current.environments, environment],
        identities: [...current.identities, guest],
      };
    });
    return environment;
  }

  /** Changes an environment. Throws AppError `environment.unknown`, `input.invalid`, `storage.write`. */
  update(id: string, draft: EnvironmentDraft): Environment {
    const changed = this.#store.update((current) => {
      const before = requireEnvironment(current.environments, id);
      const others = current.environments.filter((other) => other.id !== id);
      refuseProblems(findEnvironmentProblems(draft, others));
      const after: Environment = { ...tidy(draft), id, origin: before.origin };
      return { ...current, environments: current.environments.map((other) => (other.id === id ? after : other)) };
    });
    return requireEnvironment(changed.environments, id);
  }

  /** Remembers the profile by which the store answered. Throws AppError `environment.unknown`, `storage.write`. */
  setProbedProfile(id: string, profile: ServerProfileId): void {
    const profileOrigin = { kind: 'probed' as const, at: this.#now() };
    this.#store.update((current) => {
      requireEnvironment(current.environments, id);
      const environments = current.environments.map((other) =>
        other.id === id ? { ...other, profile, profileOrigin } : other,
      );
      return { ...current, environments };
    });
  }

  /** Removes an environment, its identities and their secrets. Throws AppError `environment.unknown`, `storage.write`. */
  remove(id: string): void {
    let removedIds: readonly string[] = [];
    this.#store.update((current) => {
      const { origin } = requireEnvironment(current.environments, id);
      if (origin === 'sandbox') throw sandboxStaysError();
      removedIds = current.identities
        .filter(({ environmentId }) => environmentId === id)
        .map((identity) => identity.id);
      return {
        environments: current.environments.filter((environment) => environment.id !== id),
        identities: current.identities.filter(({ environmentId }) => environmentId !== id),
      };
    });
    this.#credentials.remove(removedIds);
  }

  /** Puts the environments into this order; those not named keep their order behind. Throws AppError `storage.write`. */
  reorder(ids: readonly string[]): void {
    this.#store.update((current) => {
      const named = ids.flatMap((id) => current.environments.find((environment) => environment.id === id) ?? []);
      const rest = current.environments.filter((environment) => !named.includes(environment));
      return { ...current, environments: [...new Set(named), ...rest] };
    });
  }

  #now(): string {
    return new Date(this.#clock.now()).toISOString();
  }

  onChange(listener: () => void): () => void {
    return this.#store.onEnvironmentsChange(listener);
  }
}

function tidy(draft: EnvironmentDraft): EnvironmentDraft {
  return { ...draft, name: draft.name.trim(), baseUrl: normaliseBaseUrl(draft.baseUrl) };
}

function requireEnvironment(environments: readonly Environment[], id: string): Environment {
  const environment = environments.find((candidate) => candidate.id === id);
  if (environment) return environment;
  throw new AppError({
    code: 'environment.unknown',
    message: 'This environment does not exist any more.',
    cause: 'It was removed meanwhile, in this window or by another Lodestone.',
    nextStep: 'Choose another environment.',
    facts: { id },
  });
}

function sandboxStaysError(): AppError {
  return new AppError({
    code: 'input.invalid',
    message: 'The sandbox can’t be removed.',
    cause: 'Lodestone serves it itself and sets it up at each start.',
    nextStep: 'Drag it to the end of the list if it is in the way.',
    facts: { field: 'id' },
  });
}
