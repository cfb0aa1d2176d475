import type { HeaderPair } from '#shared/domain/http/headers.ts';
import { AppError } from '#shared/errors/app-error.ts';

/** Takes `Name: value` apart; blanks around the value are dropped. Throws AppError where there is no colon. */
export function parseHeader(text: string): HeaderPair {
  const colon = text.indexOf(':');
  if (colon <= 0) {
    throw new AppError({
      code: 'request.header',
      message: `"${text}" is not a header.`,
      cause: 'A header is a name, a colon and a value.',
      nextStep: 'Write it as -H "Name: value".',
    });
  }
  return [text.slice(0, colon), text.slice(colon + 1).trim()];
}
