// The entry of the sandbox's own process: it listens on a free port of 127.0.0.1 and tells main where. It ends with its
// parent, and knows nothing of the app.
import { defaultSeed } from '#electron/sandbox/seed/default-seed.ts';
import { startSandbox } from '#electron/sandbox/start-sandbox.ts';
import type { SandboxMessage } from './sandbox-messages.ts';

const tell = (message: SandboxMessage): void => {
  process.parentPort.postMessage(message);
};

startSandbox({ port: 0, profile: 'magento-2.4.4', seed: defaultSeed(), clock: Date.now, config: {} }).then(
  ({ url, profile, accounts }) => {
    tell({ kind: 'ready', url, profile, accounts });
  },
  (error: unknown) => {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  },
);
