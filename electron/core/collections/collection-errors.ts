import { AppError } from '#shared/errors/app-error.ts';

/** A file or a collection that is not there (any more). */
export function missingError(path: string): AppError {
  return new AppError({
    code: 'collection.missing',
    message: `“${path}” is not in the collection any more.`,
    cause: 'It was removed, renamed or moved by another program.',
    nextStep: 'Save the request under a new name, or choose another one.',
    facts: { path },
  });
}

/** A file that holds no request that can be sent; `reason` is a sentence. */
export function invalidError(path: string, reason: string): AppError {
  return new AppError({
    code: 'collection.invalid',
    message: `“${path}” can’t be opened.`,
    cause: reason,
    nextStep: 'Correct the file in an editor; Lodestone shows it as soon as it is saved.',
    facts: { path },
  });
}

/** A file that was changed since it was read. */
export function conflictError(path: string): AppError {
  return new AppError({
    code: 'collection.conflict',
    message: `“${path}” was changed outside and was not overwritten.`,
    cause: 'Another program, or another window, saved the file after it was opened here.',
    nextStep: 'Open the file anew and apply your change again, or save the request under a new name.',
    facts: { path },
  });
}

/** A path that leads out of the collection, or to no request of it. */
export function outsideError(path: string): AppError {
  return new AppError({
    code: 'collection.invalid',
    message: `“${path}” is no place in this collection.`,
    cause: 'Lodestone reads and writes files inside the collection’s own folder only, and follows no links out of it.',
    nextStep: 'Choose a place inside the collection.',
    facts: { path },
  });
}
