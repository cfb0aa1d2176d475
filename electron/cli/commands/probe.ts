import { z } from 'zod';
import { describeProbeResult } from '#shared/domain/oauth1/describe-probe-result.ts';
import { AppError, CancelledError, type ErrorCode } from '#shared/errors/app-error.ts';
import { composeCli } from '../compose.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { tellError, type Terminal } from '../terminal.ts';

export const probeOptionsSchema = z.object({
  env: z.string(),
  as: z.string(),
  json: z.boolean(),
  dataDir: z.string().optional(),
  secrets: z.string().optional(),
});
type ProbeOptions = z.infer<typeof probeOptionsSchema>;

/** The store answered, but not about signatures: its failure, not ours. */
const refusals: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['identity.refused', 'environment.probe']);

/** `lodestone probe`: finds a store’s server profile, and keeps it where the environment is a saved one. */
export async function runProbe(options: ProbeOptions, terminal: Terminal): Promise<ExitCode> {
  const services = await composeCli({
    dataDirectoryOption: options.dataDir,
    secretsFile: options.secrets,
    environment: options.env,
    recordsHistory: false,
    notice: terminal.note,
  });
  const stop = new AbortController();
  const abort = (): void => {
    stop.abort();
  };
  process.once('SIGINT', abort);
  try {
    const observe = ({ step }: { readonly step: string }): void => terminal.note(step);
    const result = await services.probes.probe(services.environment, services.identity(options.as), {
      observe,
      signal: stop.signal,
    });
    terminal.out(options.json ? JSON.stringify(result) : describeProbeResult(result));
    return exitCodes.done;
  } catch (error) {
    if (error instanceof CancelledError) return exitCodes.couldNotBeDone;
    if (!(error instanceof AppError) || !refusals.has(error.data.code)) throw error;
    if (options.json) terminal.out(JSON.stringify({ error: error.data }));
    else tellError(terminal, error.data);
    return exitCodes.answerIsFailure;
  } finally {
    process.off('SIGINT', abort);
    await services.close();
  }
}
