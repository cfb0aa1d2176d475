import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export interface DataDirectoryOptions {
  /** The value of `--data-dir`, if given. */
  readonly option: string | undefined;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
}

/** The data folder of the command line: the option, `LODESTONE_DATA_DIR`, else where the app keeps its own. */
export function dataDirectory({ option, variables, platform }: DataDirectoryOptions): string {
  const chosen = option ?? variables['LODESTONE_DATA_DIR'];
  return chosen ? resolve(chosen) : join(applicationData(variables, platform), 'Lodestone');
}

/** Where Electron puts `appData` on each system. */
function applicationData(variables: DataDirectoryOptions['variables'], platform: string): string {
  if (platform === 'win32') return variables['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return variables['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
}
