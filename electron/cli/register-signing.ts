import { collect, withCommonOptions, type Registration } from './command-options.ts';

/** Adds `sign`, `diagnose` and `probe`. */
export function registerSigning(registration: Registration): void {
  registerSign(registration);
  registerDiagnose(registration);
  registerProbe(registration);
}

function registerSign({ program, terminal, finish }: Registration): void {
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

function registerDiagnose({ program, terminal, finish }: Registration): void {
  withCommonOptions(program.command('diagnose'))
    .description('find out why a signature is refused')
    .argument('[source]', '- reads everything as one JSON object from standard input')
    .option('-H, --header <header>', 'the Authorization header, or any other as "Name: value"', collect, [])
    .option('--method <method>', 'of the request')
    .option('--url <url>', 'as it was sent')
    .option('-d, --body <body>', 'the body, @FILE, or - for standard input')
    .option('--curl <command>', 'a whole cURL command, @FILE, or - for standard input')
    .option('--base-string <text>', 'what was signed, @FILE, or - for standard input; needs no secrets')
    .option('--profile <id>', 'how the server verifies; by default the environment’s profile, else magento-2.4.4')
    .option('-e, --env <name|file>', 'environment: a saved one, an exported file, or "sandbox"')
    .option('-a, --as <name>', 'the integration that should have signed', 'integration')
    .action(async (source: string | undefined, options: object) => {
      const { diagnoseOptionsSchema, runDiagnose } = await import('./commands/diagnose.ts');
      finish(await runDiagnose({ source, ...diagnoseOptionsSchema.parse(options) }, terminal));
    });
}

function registerProbe({ program, terminal, finish }: Registration): void {
  withCommonOptions(program.command('probe'))
    .description('find out by a few signed requests how a store verifies signatures')
    .option('-e, --env <name|file>', 'environment: a saved one, an exported file, or "sandbox"', 'sandbox')
    .option('-a, --as <name>', 'an integration: its name, or "integration" where one exists', 'integration')
    .action(async (options: object) => {
      const { probeOptionsSchema, runProbe } = await import('./commands/probe.ts');
      finish(await runProbe(probeOptionsSchema.parse(options), terminal));
    });
}
