import { resolve } from 'node:path';

/**
 * The data folder that was asked for with `--data-dir DIR`, `--data-dir=DIR` or `LODESTONE_DATA_DIR`, made absolute; null
 * for the system's own. Read from `argv`, because Electron's `commandLine` lower-cases values.
 */
export function dataDirectoryFromArguments(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const inline = argv.find((argument) => argument.startsWith('--data-dir='))?.slice('--data-dir='.length);
  const position = argv.indexOf('--data-dir');
  const separate = position >= 0 ? argv[position + 1] : undefined;
  const chosen = inline ?? separate ?? environment['LODESTONE_DATA_DIR'];
  return chosen ? resolve(chosen) : null;
}
