// Puts the app together: core's services with Electron's adapters, the sandbox's process, and the server of the contract.
import { randomBytes, randomUUID } from 'node:crypto';
import { app } from 'electron';
import type { PayloadOf, TopicName } from '#shared/contract/contract.ts';
import { createServices, type Services } from '#electron/core/create-services.ts';
import { ensureSandbox } from '#electron/core/environments/sandbox-environment.ts';
import type { Clock, Logger, Random } from '#electron/core/ports.ts';
import { RpcServer } from '#electron/rpc/rpc-server.ts';
import { createElectronStoreDocuments } from './adapters/electron-store-documents.ts';
import { createSafeStorageBox } from './adapters/safe-storage-box.ts';
import { shellTrash } from './adapters/shell-trash.ts';
import { createAppHandlers } from './handlers/app-handlers.ts';
import { createCollectionHandlers } from './handlers/collection-handlers.ts';
import { createEnvironmentHandlers } from './handlers/environment-handlers.ts';
import { createExchangeHandlers } from './handlers/exchange-handlers.ts';
import { createSignatureHandlers } from './handlers/signature-handlers.ts';
import { SandboxSupervisor } from './sandbox-supervisor.ts';

export interface AppOptions {
  readonly dataDirectory: string;
  readonly logger: Logger;
  /** Tells every window a topic. */
  readonly publish: (name: string, payload: unknown) => void;
}

export interface ComposedApp {
  readonly server: RpcServer;
  /** Does what would compete with the first paint: starts the sandbox, opens the history, watches the collections. */
  readonly settle: () => void;
  /** Ends every call, then what was opened. */
  close(): Promise<void>;
}

const systemClock: Clock = { now: () => Date.now() };
const systemRandom: Random = { uuid: () => randomUUID(), bytes: (size) => new Uint8Array(randomBytes(size)) };

/** Call after the app is ready: the key store can't be asked before. */
export function composeApp({ dataDirectory, logger, publish }: AppOptions): ComposedApp {
  const tell = <N extends TopicName>(name: N, payload: PayloadOf<N>): void => publish(name, payload);

  const secretBox = createSafeStorageBox();
  const services = createServices({
    dataDirectory,
    documents: createElectronStoreDocuments(dataDirectory),
    secretBox,
    clock: systemClock,
    random: systemRandom,
    logger,
    trash: shellTrash,
    version: app.getVersion(),
  });
  const sandbox = new SandboxSupervisor({
    provision: (facts) => void ensureSandbox(services, facts),
    onStatus: (status) => tell('sandbox.changed', status),
  });
  publishChanges(services, tell);

  const server = new RpcServer({
    logger,
    createErrorId: () => randomBytes(4).toString('hex'),
    handlers: {
      ...createAppHandlers(services, {
        version: app.getVersion(),
        dataDirectory,
        keepsSecrets: secretBox.isPersistent,
      }),
      ...createEnvironmentHandlers(services),
      ...createCollectionHandlers(services),
      ...createExchangeHandlers(services),
      ...createSignatureHandlers(services),
      'sandbox.status': () => sandbox.status,
      'sandbox.restart': () => sandbox.start(),
    },
  });

  return {
    server,
    settle: () => {
      void sandbox.start();
      publishLateChanges(services, tell);
    },
    close: async () => {
      await server.drain();
      sandbox.stop();
      await services.close();
    },
  };
}

type Tell = <N extends TopicName>(name: N, payload: PayloadOf<N>) => void;

/** What the services change is told to every window, so that each reads anew what it shows. */
function publishChanges(services: Services, tell: Tell): void {
  services.settings.onChange((settings) => tell('settings.changed', settings));
  services.environments.onChange(() => tell('environments.changed', null));
  services.identities.onChange(() => tell('identities.changed', null));
  services.notices.onAdded((notice) => tell('app.noticed', notice));
}

/** Of what is made when it is first asked for: nothing changes in it before the page is up. */
function publishLateChanges(services: Services, tell: Tell): void {
  // A failure here is told by the call that needs the thing, and that tries again.
  const ignore = (): void => undefined;
  services.history().then((history) => history.onChange(() => tell('history.changed', null)), ignore);
  services.collections().then((collections) => collections.onChange(() => tell('collections.changed', null)), ignore);
  // So that the views know who is still signed in.
  const identityIds = services.identities.list().map(({ id }) => id);
  services.tokens.load(identityIds).then(() => tell('identities.changed', null), ignore);
}
