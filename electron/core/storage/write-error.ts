import { AppError } from '#shared/errors/app-error.ts';

/** What the usual refusals of a file system mean, and what to do about them. */
const refusals: Readonly<Record<string, readonly [cause: string, nextStep: string]>> = {
  ENOSPC: ['The disk is full.', 'Free some space, then try again.'],
  EDQUOT: ['Your quota on this disk is used up.', 'Free some space, then try again.'],
  EROFS: ['The disk is read-only.', 'Choose a data folder on a disk that can be written, then try again.'],
  EACCES: ['Your user may not write there.', 'Give your user the right to write this folder, then try again.'],
  EPERM: ['Your user may not write there.', 'Give your user the right to write this folder, then try again.'],
  EBUSY: ['Another program holds the file.', 'Close the other program, then try again.'],
};

/** An AppError `storage.write` for a failed write; an AppError stays as it is. */
export function writeError(error: unknown, path: string): AppError {
  if (error instanceof AppError) return error;
  const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
  const [cause, nextStep] = refusals[reason] ?? [
    'The file system refused the write.',
    'Check the disk and the folder, then try again.',
  ];
  return new AppError(
    {
      code: 'storage.write',
      message: `“${path}” could not be written (${reason}).`,
      cause,
      nextStep,
      facts: { path, reason },
    },
    { cause: error },
  );
}
