import type { Command } from 'commander';
import { collect, withCommonOptions } from './common-options.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

interface Registration {
  readonly program: Command;
  readonly terminal: Terminal;
  /** Takes the exit code of the command that ran. */
  readonly finish: (exitCode: ExitCode) => void;
}

/** Adds `sign`. */
export function registerSigning({ program, terminal, finish }: Registration): void {
  withCommonOptions(program.command('sign'))
    .description('sign a request without sending it')
    .argument('[method]', 'GET, POST …; - reads the whole request as one JSON object from standard input', '')
    .argument('[target]', 'a path (/V1/products?…, /rest/…) or a whole URL')
    .option('--batch', 'sign standard input, one JSON object a line', false)
    .option('-e, --env <name|file>', 'environment: a saved one, an exported file, or "sandbox"', 'sandbox')
    .option('-a, --as <name>', 'an integration: its name, or "integration" where one exists', 'integration')
    .option('-H, --header <header>', 'a header as "Name: value"; may be repeated', collect, [])
    .option('-d, --data <body>', 'the body, @FILE, or - for standard input')
    .option('--profile <id>', 'sign as this server profile verifies; by default the environment’s')
    .option('--signature-method <name>', 'HMAC-SHA256, HMAC-SHA1 …', 'HMAC-SHA256')
    .option('--nonce <text>', 'by default a new one')
    .option('--timestamp <seconds>', 'by default the time of this machine')
    .option('--exact', 'sign the URL exactly as written', false)
    .action(async (method: string, target: string | undefined, options: { batch: boolean }) => {
      if (options.batch) {
        const { runSignBatch } = await import('./commands/sign-batch.ts');
        finish(await runSignBatch(process.stdin, process.stdout));
        return;
      }
      const { runSign, signOptionsSchema } = await import('./commands/sign.ts');
      finish(await runSign({ method, target, ...signOptionsSchema.parse(options) }, terminal));
    });
}
