import { AppError } from '#shared/errors/app-error.ts';

interface DriverError extends Error {
  readonly code: string;
  readonly rawCode?: number;
}

/** SQLite's primary result codes (https://sqlite.org/rescode.html) that mean something to a person. */
const refusals: Readonly<Record<string, readonly [cause: string, nextStep: string]>> = {
  SQLITE_BUSY: [
    'Another Lodestone, in a window or on the command line, is writing for unusually long.',
    'Wait for the other process to end, then try again.',
  ],
  SQLITE_FULL: ['The disk is full.', 'Free some space, then try again.'],
  SQLITE_READONLY: [
    'The file or its folder may not be written by your user.',
    'Give your user the right to write the data folder, then try again.',
  ],
  SQLITE_CANTOPEN: [
    'The file or its folder is missing or may not be opened by your user.',
    'Give your user the right to write the data folder, then try again.',
  ],
  SQLITE_IOERR: ['The disk reported an error.', 'Check the disk, then try again.'],
};

const damageCodes = ['SQLITE_CORRUPT', 'SQLITE_NOTADB'];

/** True where the file itself is damaged, so that trying again can't help. */
export function isDamage(error: unknown): boolean {
  return error instanceof AppError && error.data.code === 'storage.damaged';
}

/** An AppError for what SQLite refused; a bug in a statement stays the error that it is. */
export function sqliteError(error: unknown, path: string): unknown {
  if (error instanceof AppError || !isDriverError(error)) return error;
  if (damageCodes.some((code) => error.code.startsWith(code))) return damagedError(path, error);
  const known = Object.entries(refusals).find(([code]) => error.code.startsWith(code));
  if (!known) return error;
  const [reason, [cause, nextStep]] = known;
  return new AppError(
    {
      code: 'storage.write',
      message: `The history in “${path}” could not be used (${reason}).`,
      cause,
      nextStep,
      facts: { path, reason },
    },
    { cause: error },
  );
}

function isDriverError(error: unknown): error is DriverError {
  if (!(error instanceof Error)) return false;
  // Where the file can't even be opened the driver throws a plain Error without a code.
  if (error.message.startsWith('ConnectionFailed')) Object.assign(error, { code: 'SQLITE_CANTOPEN' });
  return typeof (error as Partial<DriverError>).code === 'string' && (error as DriverError).code.startsWith('SQLITE_');
}

/** The file is not, or no longer, the database that we made. */
export function damagedError(path: string, cause?: unknown): AppError {
  return new AppError(
    {
      code: 'storage.damaged',
      message: 'The history’s database is damaged.',
      cause: 'The disk failed, or another program changed the file.',
      nextStep: 'Start Lodestone again: it sets the damaged file aside and begins a new history.',
      facts: { path },
    },
    { cause },
  );
}
