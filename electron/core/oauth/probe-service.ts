import type { Environment } from '#shared/domain/environment/environment.ts';
import type { Identity } from '#shared/domain/identity/identity.ts';
import type { ProbeResult } from '#shared/domain/oauth1/probe-result.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { SecretSource } from '#electron/core/credentials/secret-source.ts';
import type { EnvironmentService } from '#electron/core/environments/environment-service.ts';
import { probeProfile, type ProbeDependencies, type ProbeOptions } from './probe-profile.ts';

export interface ProbeServiceDeps extends ProbeDependencies {
  readonly secrets: SecretSource;
  readonly environments: Pick<EnvironmentService, 'list' | 'setProbedProfile'>;
}

/** Probes stores, and remembers in their environments what was found. */
export class ProbeService {
  readonly #deps: ProbeServiceDeps;

  constructor(deps: ProbeServiceDeps) {
    this.#deps = deps;
  }

  /**
   * Probes a store as one of its integrations. What is decided is kept with its date where the environment is a saved one.
   * Rejects as `probeProfile` does, and with AppError `input.invalid` where the identity signs nothing.
   */
  async probe(environment: Environment, identity: Identity, options: ProbeOptions): Promise<ProbeResult> {
    if (identity.kind !== 'integration') throw signsNothingError(identity.name);
    const secrets = await this.#deps.secrets.read(identity);
    const result = await probeProfile({ environment, identity, secrets }, this.#deps, options);
    const isSaved = this.#deps.environments.list().some(({ id }) => id === environment.id);
    if (result.decided !== null && isSaved) {
      this.#deps.environments.setProbedProfile(environment.id, result.decided);
    }
    return result;
  }
}

/** The identity that a probe uses where none is named. Throws AppError `identity.unknown` where there is none. */
export function findIntegration(identities: readonly Identity[]): Identity {
  const integration = identities.find(({ kind }) => kind === 'integration');
  if (integration) return integration;
  throw new AppError({
    code: 'identity.unknown',
    message: 'This environment has no integration to probe the store with.',
    cause: 'Only an integration’s requests are signed, and only signed requests tell how the store verifies.',
    nextStep: 'Add an integration with its four values to the environment.',
  });
}

function signsNothingError(name: string): AppError {
  return new AppError({
    code: 'input.invalid',
    message: `“${name}” signs nothing.`,
    cause: 'Only an integration’s requests are signed, and only signed requests tell how the store verifies.',
    nextStep: 'Name an integration.',
  });
}
