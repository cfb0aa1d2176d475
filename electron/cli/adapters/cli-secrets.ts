import { identityKindFacts } from '#shared/domain/identity/identity-kinds.ts';
import type { Identity } from '#shared/domain/identity/identity.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { SecretSource } from '#electron/core/credentials/secret-source.ts';
import type { Secrets } from './secrets-file.ts';

export interface CliSecretsOptions {
  readonly secrets: Secrets;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The name under which an identity's environment stands in the file and in variable names. */
  readonly environmentNameOf: (environmentId: string) => string;
}

/** Secrets from the file first, then from `LODESTONE_SECRET_<ENVIRONMENT>_<IDENTITY>_<FIELD>`. */
export function createCliSecrets({ secrets, variables, environmentNameOf }: CliSecretsOptions): SecretSource {
  return {
    read: (identity: Identity) => {
      const environment = environmentNameOf(identity.environmentId);
      const fromFile = lookUp(lookUp(secrets, environment) ?? {}, identity.name) ?? {};
      const found: Record<string, string> = {};
      for (const { name } of identityKindFacts[identity.kind].secrets) {
        const variable = secretVariableName(environment, identity.name, name);
        const value = fromFile[name] ?? variables[variable];
        if (value === undefined)
          return Promise.reject(missingSecret({ environment, identity: identity.name, field: name, variable }));
        found[name] = value;
      }
      return Promise.resolve(found);
    },
  };
}

/** The name of the variable that holds one secret: upper case, every other character an underscore. */
export function secretVariableName(environment: string, identity: string, field: string): string {
  const part = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '_');
  return `LODESTONE_SECRET_${part(environment)}_${part(identity)}_${part(field)}`;
}

/** Names are compared without case, as everywhere on the command line. */
function lookUp<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  const key = Object.keys(table).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : table[key];
}

function missingSecret(facts: { environment: string; identity: string; field: string; variable: string }): AppError {
  const { environment, identity, field, variable } = facts;
  return new AppError({
    code: 'identity.credential',
    message: `The ${field} of “${identity}” in “${environment}” is missing.`,
    cause: 'What the app sealed with the system’s key store can’t be opened by the command line.',
    nextStep: `Put it into the file given with --secrets, or into the variable ${variable}.`,
    facts,
  });
}
