import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { environmentFileSchema } from '#shared/domain/environment/environment-file.ts';
import type { Environment } from '#shared/domain/environment/environment.ts';
import type { Identity } from '#shared/domain/identity/identity.ts';
import { AppError } from '#shared/errors/app-error.ts';

/** An environment of a file, with ids for the time of this process. */
export interface EnvironmentOfFile {
  readonly environment: Environment;
  readonly identities: readonly Identity[];
}

/** Reads an exported environment. Throws AppError `environment.unknown` where the file is none. */
export function readEnvironmentFile(path: string): EnvironmentOfFile {
  try {
    const { environment, identities } = environmentFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    // Every environment has its guest, whether the file speaks of it or not.
    const hasGuest = identities.some(({ kind }) => kind === 'guest');
    const all = hasGuest ? identities : [{ name: 'Guest', kind: 'guest' as const, username: '' }, ...identities];
    return {
      environment: { ...environment, id: 'file', origin: 'user' },
      identities: all.map((identity, index) => ({ ...identity, id: `file-${index}`, environmentId: 'file' })),
    };
  } catch (error) {
    throw new AppError(
      {
        code: 'environment.unknown',
        message: `${path} is not an exported environment.`,
        cause:
          error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error),
        nextStep: 'Name a saved environment, or a file that Lodestone exported.',
        facts: { file: path },
      },
      { cause: error },
    );
  }
}
