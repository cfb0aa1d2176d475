import type { Services } from '#electron/core/create-services.ts';
import type { Handlers } from '#electron/rpc/handlers.ts';

export interface AppFacts {
  readonly version: string;
  readonly dataDirectory: string;
  readonly keepsSecrets: boolean;
}

type AppCalls = 'app.info' | 'settings.get' | 'settings.update' | 'workspace.load' | 'workspace.save';

export function createAppHandlers(
  { settings, workspace, notices }: Services,
  facts: AppFacts,
): Pick<Handlers, AppCalls> {
  return {
    'app.info': () => ({
      ...facts,
      runtime: `Electron ${process.versions.electron}, Chromium ${process.versions.chrome}, Node ${process.versions.node}`,
      platform: `${process.platform} ${process.arch}`,
      notices: notices.list(),
    }),
    'settings.get': () => settings.get(),
    'settings.update': (change) => settings.update(change),
    'workspace.load': () => workspace.load(),
    'workspace.save': async (value) => {
      await workspace.save(value);
      return null;
    },
  };
}
