import { collect, withCommonOptions, type Registration } from './command-options.ts';

/** Adds `send`, `sandbox` and `tour`. */
export function registerSending({ program, terminal, finish }: Registration): void {
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
      finish(await runSend({ method, target, ...sendOptionsSchema.parse(options) }, terminal));
    });

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
      finish(await runSandbox(sandboxOptionsSchema.parse(options), terminal));
    });

  program
    .command('tour')
    .description('send the sample requests to the sandbox and show what happens')
    .action(async () => {
      const { runTour } = await import('./commands/tour.ts');
      finish(await runTour(terminal));
    });
}
