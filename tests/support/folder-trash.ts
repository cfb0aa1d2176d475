import { mkdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Trash } from '#electron/core/ports.ts';

/** A trash that is a folder. */
export function createFolderTrash(directory: string): Trash {
  return {
    moveToTrash: (path) => {
      mkdirSync(directory, { recursive: true });
      renameSync(path, join(directory, basename(path)));
      return Promise.resolve();
    },
  };
}
