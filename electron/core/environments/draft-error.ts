import type { FieldProblem } from '#shared/domain/environment/environment-problems.ts';
import { AppError } from '#shared/errors/app-error.ts';

/** Throws AppError `input.invalid` with the first of a form's problems; does nothing where there is none. */
export function refuseProblems(problems: readonly FieldProblem[]): void {
  const [first, ...others] = problems;
  if (!first) return;
  throw new AppError({
    code: 'input.invalid',
    message: first.message,
    cause: others.length === 0 ? 'What was entered can’t be saved.' : others.map(({ message }) => message).join(' '),
    nextStep: 'Correct it, then save again.',
    facts: { field: first.field },
  });
}
