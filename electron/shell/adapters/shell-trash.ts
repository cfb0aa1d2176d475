import { shell } from 'electron';
import type { Trash } from '#electron/core/ports.ts';

/** The desktop's own trash. */
export const shellTrash: Trash = { moveToTrash: (path) => shell.trashItem(path) };
