// Puts the command line together: core's services on Node's own adapters, and a sandbox in this process where it is asked for.
import { randomBytes, randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Environment } from '#shared/domain/environment/environment.ts';
import type { Identity } from '#shared/domain/identity/identity.ts';
import { findIdentity } from '#shared/domain/identity/find-identity.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { createServices, type ServicePorts } from '#electron/core/create-services.ts';
import { ensureSandbox } from '#electron/core/environments/sandbox-environment.ts';
import type { ExchangeService } from '#electron/core/exchange/exchange-service.ts';
import type { ProbeService } from '#electron/core/oauth/probe-service.ts';
import type { Recorder } from '#electron/core/history/recorder.ts';
import { createCliSecrets } from './adapters/cli-secrets.ts';
import { createConfDocuments } from './adapters/conf-documents.ts';
import { createMemoryDocuments, sessionSecretBox } from './adapters/memory-documents.ts';
import { readSecretsFile } from './adapters/secrets-file.ts';
import { dataDirectory } from './data-directory.ts';
import { readEnvironmentFile } from './environment-file.ts';
import { lodestoneVersion } from './version.ts';

export interface CliOptions {
  readonly dataDirectoryOption: string | undefined;
  readonly secretsFile: string | undefined;
  /** A saved environment's name, the path of an exported one, or `sandbox`. */
  readonly environment: string;
  readonly recordsHistory: boolean;
  /** Receives what the services found that the user should know. */
  readonly notice: (text: string) => void;
}

export interface CliServices {
  readonly environment: Environment;
  /** By name, or by kind where one exists. Throws AppError `identity.unknown` that lists the choices. */
  identity(name: string): Identity;
  readonly exchanges: ExchangeService;
  readonly probes: ProbeService;
  /** The secrets of an identity. Rejects with AppError `identity.credential` where one is missing. */
  secrets(identity: Identity): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

const forgetful: Recorder = { begin: () => undefined, finish: () => Promise.resolve() };

export async function composeCli(options: CliOptions): Promise<CliServices> {
  const directory = dataDirectory({
    option: options.dataDirectoryOption,
    variables: process.env,
    platform: process.platform,
  });
  const ports: Omit<ServicePorts, 'documents'> = {
    dataDirectory: directory,
    secretBox: sessionSecretBox,
    clock: { now: () => Date.now() },
    random: { uuid: () => randomUUID(), bytes: (size) => new Uint8Array(randomBytes(size)) },
    logger: { info: () => undefined, warn: options.notice, error: options.notice },
    trash: { moveToTrash: () => Promise.reject(new Error('The command line removes nothing.')) },
    version: lodestoneVersion,
    ...(options.recordsHistory ? {} : { recorder: forgetful }),
  };
  return options.environment.toLowerCase() === 'sandbox'
    ? composeWithSandbox(ports)
    : composeWithStore({ ...ports, documents: createConfDocuments(directory) }, options);
}

/** A sandbox on a free port for as long as the command runs, its environment and secrets in memory. */
async function composeWithSandbox(ports: Omit<ServicePorts, 'documents'>): Promise<CliServices> {
  const { startSandbox } = await import('#electron/sandbox/start-sandbox.ts');
  const { defaultSeed } = await import('#electron/sandbox/seed/default-seed.ts');
  const sandbox = await startSandbox({
    port: 0,
    profile: 'magento-2.4.4',
    seed: defaultSeed(),
    clock: () => Date.now(),
    config: {},
  });
  const services = createServices({ ...ports, documents: createMemoryDocuments() });
  const environment = ensureSandbox(services, sandbox);
  return {
    environment,
    identity: (name) => services.identities.resolveByName(environment.id, name),
    exchanges: await services.exchanges(),
    probes: await services.probes(),
    secrets: (identity) => services.credentials.read(identity),
    close: async () => {
      await services.close();
      await sandbox.close();
    },
  };
}

/** A name that happens to be a folder’s is still a name. */
const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** A saved environment, or one from a file; its secrets from `--secrets` and the process environment. */
async function composeWithStore(ports: ServicePorts, options: CliOptions): Promise<CliServices> {
  const file = isFile(options.environment) ? readEnvironmentFile(options.environment) : null;
  const secrets = createCliSecrets({
    secrets: options.secretsFile === undefined ? {} : readSecretsFile(options.secretsFile),
    variables: process.env,
    environmentNameOf: (id) => file?.environment.name ?? services.environments.get(id).name,
  });
  const services = createServices({ ...ports, secrets });
  const environment = file?.environment ?? services.environments.resolveByName(options.environment);
  for (const { message, nextStep } of services.notices.list()) options.notice(`${message} ${nextStep}`);
  const { id } = environment;
  const identities = file?.identities ?? services.identities.listOf(id);
  return {
    environment,
    identity: (name) => {
      const found = findIdentity(identities, name);
      if (!found.ok) throw new AppError(found.error);
      return found.value;
    },
    exchanges: await services.exchanges(),
    probes: await services.probes(),
    secrets: (identity) => secrets.read(identity),
    close: () => services.close(),
  };
}
