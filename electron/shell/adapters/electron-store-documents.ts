// electron-store behind the JsonDocuments port: the one file that imports it. The CLI's twin uses its base, conf, so both
// write the same files in the same way.
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import type { JsonDocument, JsonDocuments } from '#electron/core/ports.ts';
import { datedName } from '#electron/core/storage/dated-name.ts';

/** Documents in a folder; each is opened when first read, so that damage in one is met where it is handled. */
export function createElectronStoreDocuments(directory: string): JsonDocuments {
  return { open: (name) => createDocument(directory, name) };
}

function createDocument(directory: string, name: string): JsonDocument {
  const path = join(directory, `${name}.json`);
  const openStore = (): Store => new Store({ cwd: directory, name, clearInvalidConfig: false, configFileMode: 0o600 });
  return {
    path,
    read: () => (existsSync(path) ? openStore().store : undefined),
    write: (value) => {
      openStore().store = value as Record<string, unknown>;
    },
    setAside: () => {
      const copy = join(directory, datedName(`${name}.json`, Date.now()));
      renameSync(path, copy);
      return copy;
    },
  };
}
