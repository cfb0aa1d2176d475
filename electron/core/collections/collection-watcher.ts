import { watch, type FSWatcher } from 'node:fs';

/** Writers save in several steps, and a checkout changes many files: one report for all of them. */
const quietMs = 80;

/** Tells, after a moment of quiet, that something below a folder changed; returns what ends the watch. */
export function watchFolder(directory: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher;
  const report = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, quietMs);
    timer.unref();
  };
  try {
    watcher = watch(directory, { recursive: true, persistent: false }, report);
    // A watch can end by itself (too many watches, a folder that goes away): the list is then as fresh as its last use.
    watcher.on('error', () => watcher.close());
  } catch {
    return () => undefined;
  }
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
