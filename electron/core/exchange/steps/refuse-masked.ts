import { findMask } from '#shared/domain/http/typed-secrets.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ExchangeStep } from '../exchange-context.ts';

/** A request taken from the history may hold the mask where a secret was: sent, it would overwrite the real one. */
export const refuseMasked: ExchangeStep = ({ request }) => {
  const place = findMask(request);
  if (place === null) return;
  throw new AppError({
    code: 'request.masked',
    message: `${place} holds the mask of a secret, so nothing was sent.`,
    cause: 'The history keeps no secret, and this request was taken from it.',
    nextStep: 'Type the value again, or remove it and send as an identity.',
    facts: { place },
  });
};
