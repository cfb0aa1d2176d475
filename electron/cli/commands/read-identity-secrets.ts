import type { Environment } from '#shared/domain/environment/environment.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { composeCli } from '../compose.ts';
import type { Terminal } from '../terminal.ts';

interface IdentityOptions {
  readonly env: string;
  readonly as: string;
  readonly dataDir?: string | undefined;
  readonly secrets?: string | undefined;
}

/**
 * The environment and the secrets of the integration that a command names. Throws AppError where there is no such
 * environment or identity, where the identity signs nothing, or where one of its secrets is missing.
 */
export async function readIdentitySecrets(
  options: IdentityOptions,
  terminal: Terminal,
): Promise<{ readonly environment: Environment; readonly secrets: Readonly<Record<string, string>> }> {
  const services = await composeCli({
    dataDirectoryOption: options.dataDir,
    secretsFile: options.secrets,
    environment: options.env,
    recordsHistory: false,
    notice: terminal.note,
  });
  try {
    const identity = services.identity(options.as);
    if (identity.kind !== 'integration') {
      throw new AppError({
        code: 'input.invalid',
        message: `“${identity.name}” signs nothing.`,
        cause: 'Only an integration has the keys and secrets of a signature.',
        nextStep: 'Name an integration with --as.',
      });
    }
    return { environment: services.environment, secrets: await services.secrets(identity) };
  } finally {
    await services.close();
  }
}
