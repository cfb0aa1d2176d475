import type { ErrorCode } from '#shared/errors/app-error.ts';

/** What the command's exit code tells (docs/cli.md). */
export const exitCodes = { done: 0, answerIsFailure: 1, usage: 2, couldNotBeDone: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What was asked for can't be meant as written: a usage error rather than a failure of the world. */
const usageErrors: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'input.invalid',
  'environment.unknown',
  'identity.unknown',
  'request.url',
  'request.header',
  'request.variable',
  'request.masked',
]);

/** The exit code of an expected failure. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  return usageErrors.has(code) ? exitCodes.usage : exitCodes.couldNotBeDone;
}
