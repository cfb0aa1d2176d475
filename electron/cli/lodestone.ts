// The command line. Each command's code is loaded only when it runs, so that `--help` answers at once.
import { Command, CommanderError } from 'commander';
import { AppError } from '#shared/errors/app-error.ts';
import { exitCodeOf, exitCodes, type ExitCode } from './exit-codes.ts';
import { registerSending } from './register-sending.ts';
import { registerSigning } from './register-signing.ts';
import { createTerminal, tellError } from './terminal.ts';
import { lodestoneVersion } from './version.ts';

const terminal = createTerminal();

process.exitCode = await run(process.argv);

async function run(argv: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done;
  const program = new Command('lodestone')
    .description(
      'Calls Magento the way each store verifies it. No account, nothing leaves this machine but your requests.',
    )
    .version(lodestoneVersion)
    .exitOverride()
    .showHelpAfterError('(add --help for the options)');

  const registration = { program, terminal, finish: (code: ExitCode) => void (exitCode = code) };
  registerSending(registration);
  registerSigning(registration);

  try {
    await program.parseAsync(argv);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (!(error instanceof AppError)) {
      const what = error instanceof Error ? error.message : String(error);
      terminal.note(`Error: Something unexpected went wrong inside Lodestone: ${what}`);
      return exitCodes.couldNotBeDone;
    }
    if (argv.includes('--json')) terminal.out(JSON.stringify({ error: error.data }));
    else tellError(terminal, error.data);
    return exitCodeOf(error.data.code);
  }
}
