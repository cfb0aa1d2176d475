import { AppError } from '#shared/errors/app-error.ts';
import type { Services } from '#electron/core/create-services.ts';
import type { Handlers } from '#electron/rpc/handlers.ts';

type EnvironmentCalls = Extract<keyof Handlers, `environments.${string}` | `identities.${string}`>;

export function createEnvironmentHandlers(services: Services): Pick<Handlers, EnvironmentCalls> {
  const { environments, identities, tokens, transport } = services;
  return {
    'environments.list': () => environments.list(),
    'environments.discover': async ({ url }, { signal, emit }) => {
      const { discoverStore } = await import('#electron/core/environments/discover.ts');
      return discoverStore(url, transport, { observe: emit, signal });
    },
    'environments.create': (draft) => environments.create(draft),
    'environments.update': ({ id, draft }) => environments.update(id, draft),
    'environments.remove': ({ id }) => {
      environments.remove(id);
      return null;
    },
    'environments.probe': async ({ environmentId, identityId }, { signal, emit }) => {
      const { findIntegration } = await import('#electron/core/oauth/probe-service.ts');
      const environment = environments.get(environmentId);
      const identity =
        identityId === null ? findIntegration(identities.listOf(environmentId)) : identities.get(identityId);
      return (await services.probes()).probe(environment, identity, { observe: emit, signal });
    },
    'identities.list': () => identities.list(),
    'identities.create': (draft) => identities.create(draft),
    'identities.update': ({ id, draft }) => identities.update(id, draft),
    'identities.remove': ({ id }) => {
      identities.remove(id);
      return null;
    },
    'identities.signIn': async ({ id }, { signal, emit }) => {
      const identity = identities.get(id);
      const environment = environments.get(identity.environmentId);
      if (identities.describe(id).token.kind === 'notNeeded') throw nothingToObtain(identity.name);
      emit({ step: `Asking ${environment.name} for a token` });
      tokens.forget(id);
      await tokens.obtain(environment, identity, signal);
      return identities.describe(id);
    },
    'identities.reveal': async ({ id, field }) => ({ value: await identities.reveal(id, field) }),
  };
}

function nothingToObtain(name: string): AppError {
  return new AppError({
    code: 'input.invalid',
    message: `“${name}” needs no token.`,
    cause: 'Only customers and admins sign in for a token; guests send nothing, integrations sign each request.',
    nextStep: 'Send a request as this identity to see whether its credentials are right.',
  });
}
