// Builds the services from their ports, once for the app and once for the command line. What is not needed for the first
// paint (the history's database, the pipeline) is made when it is first asked for.
import { join } from 'node:path';
import { TokenService } from './auth/token-service.ts';
import { CredentialService } from './credentials/credential-service.ts';
import type { SecretSource } from './credentials/secret-source.ts';
import { EnvironmentService } from './environments/environment-service.ts';
import { EnvironmentStore } from './environments/environment-store.ts';
import { IdentityService } from './environments/identity-service.ts';
import { ExchangeService } from './exchange/exchange-service.ts';
import { createTransport } from './exchange/transport.ts';
import type { HistoryStore } from './history/history-store.ts';
import type { Recorder } from './history/recorder.ts';
import type { Clock, JsonDocuments, Logger, Random, SecretBox, Trash } from './ports.ts';
import { SettingsService } from './settings/settings-service.ts';
import { WorkspaceService } from './settings/workspace-service.ts';
import { NoticeCollector } from './storage/notice-collector.ts';

/** Everything that the services need from outside. */
export interface ServicePorts {
  /** Absolute; made where it does not exist. */
  readonly dataDirectory: string;
  readonly documents: JsonDocuments;
  readonly secretBox: SecretBox;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly trash: Trash;
  /** Of Lodestone, for the User-Agent. */
  readonly version: string;
  /** Where secrets come from; the sealed credentials unless told. */
  readonly secrets?: SecretSource;
  /** Where exchanges are recorded; the history unless told. */
  readonly recorder?: Recorder;
}

export type Services = ReturnType<typeof createServices>;

export function createServices(ports: ServicePorts) {
  const { documents, clock, random, dataDirectory } = ports;
  const notices = new NoticeCollector();
  const store = new EnvironmentStore({ documents, notices });
  const credentials = new CredentialService({ documents, secretBox: ports.secretBox, notices });
  const secrets = ports.secrets ?? credentials;
  const transport = createTransport();
  const tokens = new TokenService({ clock, secrets, transport, tokens: credentials.tokens });
  tokens.onChange(() => store.announceIdentities());
  const environments = new EnvironmentService({ store, credentials, random, clock });
  const identities = new IdentityService({
    store,
    credentials,
    random,
    tokenState: (id) => tokens.state(id),
    forgetToken: (id) => tokens.forget(id),
  });
  const history = once(async (): Promise<HistoryStore> => {
    const { openHistory } = await import('./history/open-history.ts');
    return openHistory({ directory: join(dataDirectory, 'history'), notices, clock });
  });
  const exchanges = once(
    async () =>
      new ExchangeService({
        transport,
        tokens,
        secrets,
        clock,
        random,
        recorder: ports.recorder ?? (await history.get()),
        spillDirectory: join(dataDirectory, 'history', 'spill'),
        version: ports.version,
      }),
  );
  const probes = once(async () => {
    const { ProbeService } = await import('./oauth/probe-service.ts');
    return new ProbeService({ transport, clock, random, secrets, environments });
  });
  const collections = once(async () => {
    const { CollectionService } = await import('./collections/collection-service.ts');
    const { ensureSampleCollection } = await import('./collections/sample-collection.ts');
    const directory = join(dataDirectory, 'collections');
    ensureSampleCollection({ directory, documents, notices });
    return new CollectionService({ directory, trash: ports.trash });
  });

  return {
    notices,
    store,
    credentials,
    tokens,
    environments,
    identities,
    transport,
    settings: new SettingsService({ documents, notices }),
    workspace: new WorkspaceService({ documents, notices, secretBox: ports.secretBox }),
    collections: collections.get,
    history: history.get,
    exchanges: exchanges.get,
    probes: probes.get,
    /** Ends what was opened; call when nothing is running any more. */
    close: async (): Promise<void> => {
      transport.close();
      (await collections.made())?.close();
      (await history.made())?.close();
    },
  };
}

interface Once<T> {
  readonly get: () => Promise<T>;
  readonly made: () => Promise<T | undefined>;
}

/** Makes a thing when it is first asked for, and tells whether it was ever made. */
function once<T>(make: () => Promise<T>): Once<T> {
  let made: Promise<T> | undefined;
  return {
    // What failed once, for want of a file handle or of disk space, may succeed the next time.
    get: () =>
      (made ??= make().catch((error: unknown) => {
        made = undefined;
        throw error;
      })),
    made: () => made?.catch(() => undefined) ?? Promise.resolve(undefined),
  };
}
