import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** No exchange takes this long; another process may still be writing a younger one. */
const staleMs = 24 * 3_600_000;

/** Removes the spill files that a killed process left behind. What can't be removed now is tried again next time. */
export async function removeStaleSpills(directory: string, nowMs: number): Promise<void> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.part'));
  await Promise.allSettled(
    names.map(async (name) => {
      const path = join(directory, name);
      if (nowMs - (await stat(path)).mtimeMs > staleMs) await rm(path, { force: true });
    }),
  );
}
