import type { Command } from 'commander';
import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** What every command takes that knows environments. */
export function withCommonOptions(command: Command): Command {
  return command
    .option('--data-dir <dir>', 'the data folder; by default LODESTONE_DATA_DIR, else the app’s own')
    .option('--secrets <file>', 'a JSON file of secrets that only you can read')
    .option('--json', 'one JSON object on standard output', false);
}

/** Collects an option that may be repeated. */
export const collect = (value: string, previous: readonly string[]): string[] => [...previous, value];

/** What a group of commands is added to. */
export interface Registration {
  readonly program: Command;
  readonly terminal: Terminal;
  /** Takes the exit code of the command that ran. */
  readonly finish: (exitCode: ExitCode) => void;
}
