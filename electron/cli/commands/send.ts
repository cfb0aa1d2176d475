import { z } from 'zod';
import { parseQuery, splitUrlText } from '#shared/domain/http/parameters.ts';
import type { Request } from '#shared/domain/http/request.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import { composeCli } from '../compose.ts';
import { exitCodeOf, exitCodes, type ExitCode } from '../exit-codes.ts';
import { buildSendOutput } from '../reporters/send-json.ts';
import { tellExchange } from '../reporters/send-text.ts';
import type { Terminal } from '../terminal.ts';
import { parseHeader } from './parse-header.ts';
import { readBody } from './read-body.ts';

export const sendOptionsSchema = z.object({
  env: z.string(),
  as: z.string(),
  header: z.array(z.string()),
  data: z.string().optional(),
  timeout: z.string(),
  exact: z.boolean(),
  fail: z.boolean(),
  history: z.boolean(),
  json: z.boolean(),
  dataDir: z.string().optional(),
  secrets: z.string().optional(),
});
type SendOptions = z.infer<typeof sendOptionsSchema> & { readonly method: string; readonly target: string };

/** `lodestone send`: one request through the whole pipeline, its body on standard output. */
export async function runSend(options: SendOptions, terminal: Terminal): Promise<ExitCode> {
  const request = buildRequest(options);
  const services = await composeCli({
    dataDirectoryOption: options.dataDir,
    secretsFile: options.secrets,
    environment: options.env,
    recordsHistory: options.history,
    notice: terminal.note,
  });
  const stop = new AbortController();
  const abort = (): void => {
    stop.abort();
  };
  process.once('SIGINT', abort);
  try {
    const identity = services.identity(options.as);
    const body: Uint8Array[] = [];
    // Into a pipe or a file go the very bytes, as they come: a body of any size is never held whole.
    const isStreamed = !options.json && !terminal.isInteractive;
    const onBody = isStreamed ? terminal.outBytes : (part: Uint8Array) => void body.push(part);
    const { environment } = services;
    const input = { request, requestName: '', environment, identity, onBody };
    const exchange = await services.exchanges.send(input, () => undefined, stop.signal);
    const bytes = Buffer.concat(body);
    if (options.json) terminal.out(JSON.stringify(buildSendOutput(exchange, bytes)));
    else tellExchange(terminal, exchange, bytes);
    return exitCodeOfExchange(exchange, options.fail);
  } finally {
    process.off('SIGINT', abort);
    await services.close();
  }
}

function buildRequest(options: SendOptions): Request {
  const { url, query } = splitUrlText(options.target);
  const headers = options.header.map(parseHeader);
  return {
    method: options.method.toUpperCase(),
    url,
    parameters: query === null ? [] : parseQuery(query),
    headers: headers.map(([name, value]) => ({ name, value, isEnabled: true })),
    body: readBody(options.data, headers),
    sendAs: null,
    isExact: options.exact,
    timeoutMs: parseTimeout(options.timeout),
    notes: '',
  };
}

function parseTimeout(text: string): number {
  const seconds = Number(text);
  if (text.trim() !== '' && Number.isFinite(seconds) && seconds >= 0) return Math.round(seconds * 1000);
  throw new AppError({
    code: 'input.invalid',
    message: `--timeout ${text} is not a time.`,
    cause: 'The time is given in seconds.',
    nextStep: 'Give a number such as 30 or 0.5; 0 waits without end.',
  });
}

function exitCodeOfExchange({ outcome }: Exchange, failsOnStatus: boolean): ExitCode {
  if (outcome.kind === 'failed') return exitCodeOf(outcome.error.code);
  if (outcome.kind !== 'response') return exitCodes.couldNotBeDone;
  return failsOnStatus && outcome.status >= 400 ? exitCodes.answerIsFailure : exitCodes.done;
}
