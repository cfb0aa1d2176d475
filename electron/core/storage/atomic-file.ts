import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { writeError } from './write-error.ts';

/** Writes a text whole or not at all, to the disk itself. Throws AppError `storage.write`. */
export function writeTextAtomic(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileAtomic.sync(path, text, { encoding: 'utf8' });
  } catch (error) {
    throw writeError(error, path);
  }
}
