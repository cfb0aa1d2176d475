import { sampleRequests } from '#electron/core/collections/sample-requests.ts';
import { composeCli } from '../compose.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { summaryOf } from '../reporters/send-text.ts';
import type { Terminal } from '../terminal.ts';

/** `lodestone tour`: the sample requests of the first start, sent to a sandbox of this process. Leaves no history. */
export async function runTour(terminal: Terminal): Promise<ExitCode> {
  const services = await composeCli({
    dataDirectoryOption: undefined,
    secretsFile: undefined,
    environment: 'sandbox',
    recordsHistory: false,
    notice: terminal.note,
  });
  try {
    terminal.out(`A sandbox Magento listens at ${services.environment.baseUrl}. Sending the sample requests to it:\n`);
    let hasFailed = false;
    for (const { name, request } of sampleRequests) {
      const identity = services.identity(request.sendAs ?? 'guest');
      const input = { request, requestName: name, environment: services.environment, identity };
      const exchange = await services.exchanges.send(input, () => undefined, new AbortController().signal);
      terminal.out(`${terminal.style('bold', name)}\n  ${summaryOf(terminal, exchange)}`);
      if (exchange.explanation) terminal.out(`  ${exchange.explanation.message}\n  ${exchange.explanation.nextStep}`);
      hasFailed ||= exchange.outcome.kind !== 'response';
    }
    terminal.out('\nThe same requests stand in the app’s collection “Getting started”.');
    return hasFailed ? exitCodes.couldNotBeDone : exitCodes.done;
  } finally {
    await services.close();
  }
}
