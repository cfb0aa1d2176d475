// The CLI can't open what the app sealed, so its secrets come from a file that only its owner can read, or from the
// process's environment; never from an argument, which `ps` would show.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '#shared/errors/app-error.ts';

/** Environment name → identity name → field → value. */
const secretsSchema = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.string())));
export type Secrets = z.infer<typeof secretsSchema>;

/** Reads and checks a secrets file. Throws AppError where it is absent, open to others, or not of the right shape. */
export function readSecretsFile(path: string): Secrets {
  if (!existsSync(path)) {
    throw refused(path, {
      message: 'The secrets file does not exist.',
      nextStep: 'Check the path given with --secrets.',
    });
  }
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw refused(path, { message: 'The secrets file can be read by others.', nextStep: `Run: chmod 600 ${path}` });
  }
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const message = 'The secrets file is not JSON of the expected shape.';
    const nextStep = 'Write it as {"environment": {"identity": {"field": "value"}}}.';
    throw refused(path, { message, nextStep }, error);
  }
}

function refused(path: string, sentences: { message: string; nextStep: string }, cause?: unknown): AppError {
  return new AppError(
    {
      code: 'identity.credential',
      ...sentences,
      cause: 'Secrets are only taken from a JSON file of your own that nobody else can read.',
      facts: { file: path },
    },
    { cause },
  );
}
