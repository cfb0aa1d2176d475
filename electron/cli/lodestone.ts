// The command line. Each command's code is loaded only when it runs, so that `--help` answers at once.
import { Command, CommanderError } from 'commander';
import { AppError } from '#shared/errors/app-error.ts';
import { collect, withCommonOptions } from './command-options.ts';
import { exitCodeOf, exitCodes, type ExitCode } from './exit-codes.ts';
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

  withCommonOptions(program.command('send'))
    .description('send one request through the whole pipeline')
    .argument('<method>', 'GET, POST …')
    .argument('<target>', 'a path (/V1/products?…, /rest/…) or a whole URL')
    .option('-e, --env <name|file>', 'environment: a saved one, an exported file, or "sandbox"', 'sandbox')
    .option('-a, --as <name>', 'identity: its name, or its kind where one exists', 'guest')
    .option('-H, --header <header>', 'a header as "Name: value"; may be repeated', collect, [])
    .option('-d, --data <body>', 'the body, @FILE, or - for standard input')
    .option('--timeout <seconds>', 'give up after this time; 0 waits without end', '30')
    .option('--exact', 'put the URL on the wire exactly as written', false)
    .option('--fail', 'exit with 1 when the answer is 400 or above', false)
    .option('--no-history', 'leave no entry in the history')
    .action(async (method: string, target: string, options: object) => {
      const { runSend, sendOptionsSchema } = await import('./commands/send.ts');
      exitCode = await runSend({ method, target, ...sendOptionsSchema.parse(options) }, terminal);
    });

  registerSigning({ program, terminal, finish: (code) => (exitCode = code) });

  program
    .command('sandbox')
    .description('serve the built-in imitation of Magento on 127.0.0.1 until it is stopped')
    .option('--port <number>', 'the port; 0 takes a free one', '0')
    .option('--https-port <number>', 'serve HTTPS too, with a certificate authority made for it')
    .option('--profile <id>', 'how signatures are verified', 'magento-2.4.4')
    .option('--seed <file>', 'what the store holds, as JSON')
    .option('--clock <iso|+seconds>', 'the store’s clock: a date at which it stands, or its difference to ours')
    .option('--config <path=value>', 'a setting by its Magento path; may be repeated', collect, [])
    .action(async (options: object) => {
      const { runSandbox, sandboxOptionsSchema } = await import('./commands/sandbox.ts');
      exitCode = await runSandbox(sandboxOptionsSchema.parse(options), terminal);
    });

  program
    .command('tour')
    .description('send the sample requests to the sandbox and show what happens')
    .action(async () => {
      const { runTour } = await import('./commands/tour.ts');
      exitCode = await runTour(terminal);
    });

  try {
    await program.parseAsync(argv);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (!(error instanceof AppError)) throw error;
    if (argv.includes('--json')) terminal.out(JSON.stringify({ error: error.data }));
    else tellError(terminal, error.data);
    return exitCodeOf(error.data.code);
  }
}
