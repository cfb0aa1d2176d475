import type { CallFailure } from '#shared/contract/envelope.ts';
import type { ErrorData } from '#shared/errors/app-error.ts';

/** A call to main that ended badly, with the failure as data. */
export class HostError extends Error {
  readonly failure: CallFailure;

  constructor(name: string, failure: CallFailure) {
    super(`${name}: ${failure.kind}`);
    this.name = 'HostError';
    this.failure = failure;
  }
}

/** True where the user or the view stopped the call: nothing to report. */
export function isCancelled(error: unknown): boolean {
  return error instanceof HostError && error.failure.kind === 'cancelled';
}

/** What to show of anything that was thrown: the expected sentence, or an honest one for a bug. */
export function describeFailure(error: unknown): ErrorData {
  const failure = error instanceof HostError ? error.failure : null;
  if (failure?.kind === 'expected') return failure.error;
  if (failure?.kind === 'invalid') {
    return {
      code: 'input.invalid',
      message: 'This can’t be used as it stands.',
      cause: failure.problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; '),
      nextStep: 'Correct the entry and try again.',
      facts: {},
    };
  }
  const message = failure?.kind === 'bug' ? failure.message : error instanceof Error ? error.message : String(error);
  return {
    code: 'input.invalid',
    message: 'Something went wrong inside Lodestone.',
    cause: message,
    nextStep: 'Try again; if it happens once more, report it with the error’s id.',
    facts: failure?.kind === 'bug' ? { 'error id': failure.errorId } : {},
  };
}
