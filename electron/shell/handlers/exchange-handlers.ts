import type { SendInput } from '#shared/contract/exchanges.ts';
import type { Identity } from '#shared/domain/identity/identity.ts';
import type { Environment } from '#shared/domain/environment/environment.ts';
import { isSafeMethod } from '#shared/domain/http/safe-method.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Services } from '#electron/core/create-services.ts';
import type { Handlers } from '#electron/rpc/handlers.ts';

type ExchangeCalls = Extract<keyof Handlers, `exchange.${string}` | `history.${string}`>;

export function createExchangeHandlers(services: Services): Pick<Handlers, ExchangeCalls> {
  const { history, exchanges, environments } = services;
  return {
    'exchange.send': async (input, { signal, emit }) => {
      const environment = environments.get(input.environmentId);
      refuseUnconfirmed(environment, input);
      const { id } = await (
        await exchanges()
      ).send(
        {
          request: input.request,
          requestName: input.requestName,
          environment,
          identity: chooseIdentity(services, input),
        },
        emit,
        signal,
      );
      return { exchangeId: id };
    },
    'exchange.readBody': async ({ id, offset, length }) => (await history()).readBody(id, offset, length),
    'history.list': async (page) => (await history()).list(page),
    'history.get': async ({ id }) => (await history()).get(id),
    'history.count': async () => (await history()).count(),
    'history.remove': async ({ ids }) => {
      await (await history()).remove(ids);
      return null;
    },
  };
}

/** Whom the request names, else whom the workbench chose. */
function chooseIdentity({ identities }: Services, { request, environmentId, identityId }: SendInput): Identity {
  if (request.sendAs !== null) return identities.resolveByName(environmentId, request.sendAs);
  if (identityId !== null) return identities.get(identityId);
  throw new AppError({
    code: 'identity.unknown',
    message: 'Nobody was chosen to send this request as.',
    cause: 'The request names no identity, and none is chosen in the title bar.',
    nextStep: 'Choose an identity in the title bar or under “Send as”.',
  });
}

/** The view asks before a write to production; main does not take its word that there was nothing to ask. */
function refuseUnconfirmed({ name, isProduction }: Environment, { request, isConfirmed }: SendInput): void {
  if (!isProduction || isConfirmed || isSafeMethod(request.method)) return;
  throw new AppError({
    code: 'request.unconfirmed',
    message: `Nothing was sent to “${name}”.`,
    cause: 'The environment is production, and the request writes.',
    nextStep: 'Press Send again and confirm.',
    facts: { method: request.method },
  });
}
