import { type ServerProfileId, serverProfileIds } from '#shared/domain/oauth1/server-profile-id.ts';
import { AppError } from '#shared/errors/app-error.ts';

/** The profile that an option names. Throws AppError where there is none of this name. */
export function parseProfile(text: string): ServerProfileId {
  const found = serverProfileIds.find((id) => id === text);
  if (found) return found;
  throw new AppError({
    code: 'input.invalid',
    message: `There is no server profile “${text}”.`,
    cause: 'A server profile is one of the ways in which servers verify signatures.',
    nextStep: `Choose one of ${serverProfileIds.join(', ')}.`,
  });
}
