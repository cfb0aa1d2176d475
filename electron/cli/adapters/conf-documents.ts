// JSON documents through `conf`, for the command line and tests; the window's twin uses `electron-store`, which can't be
// imported outside Electron. Both write the same files in the same place.
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import type { JsonDocument, JsonDocuments } from '#electron/core/ports.ts';
import { datedName } from '#electron/core/storage/dated-name.ts';

/** Opens the JSON documents of a data folder. */
export function createConfDocuments(directory: string): JsonDocuments {
  return { open: (name) => openDocument(directory, name) };
}

function openDocument(directory: string, name: string): JsonDocument {
  const path = join(directory, `${name}.json`);
  // `conf` reads the file when it is made and throws on damaged text, so it is made when it is used.
  let opened: Conf | undefined;
  const conf = () => (opened ??= openConf(directory, name));
  return {
    path,
    read: () => (existsSync(path) ? conf().store : undefined),
    write(value) {
      conf().store = value as Record<string, unknown>;
    },
    setAside() {
      const copy = join(directory, datedName(`${name}.json`, Date.now()));
      renameSync(path, copy);
      opened = undefined;
      return copy;
    },
  };
}

function openConf(directory: string, name: string): Conf {
  return new Conf({
    cwd: directory,
    configName: name,
    fileExtension: 'json',
    configFileMode: 0o600,
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
  });
}
