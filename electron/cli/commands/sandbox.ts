import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/errors/app-error.ts';
import { defaultSeed } from '#electron/sandbox/seed/default-seed.ts';
import { seedSchema, type Seed } from '#electron/sandbox/seed/seed.ts';
import { startSandbox, type RunningSandbox, type SandboxOptions } from '#electron/sandbox/start-sandbox.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { parseProfile } from './parse-profile.ts';

export const sandboxOptionsSchema = z.object({
  port: z.string(),
  httpsPort: z.string().optional(),
  profile: z.string(),
  seed: z.string().optional(),
  clock: z.string().optional(),
  config: z.array(z.string()),
});
type SandboxCommandOptions = z.infer<typeof sandboxOptionsSchema>;

/** `lodestone sandbox`: prints one line of JSON when it listens, and serves until SIGTERM or SIGINT. */
export async function runSandbox(options: SandboxCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const sandbox = await start({
    port: parsePort('--port', options.port),
    ...(options.httpsPort === undefined ? {} : { httpsPort: parsePort('--https-port', options.httpsPort) }),
    profile: parseProfile(options.profile),
    seed: options.seed === undefined ? defaultSeed() : readSeed(options.seed),
    clock: parseClock(options.clock),
    config: Object.fromEntries(options.config.map(parseConfig)),
  });
  const certificate = sandbox.caPem === null ? null : keepCertificate(sandbox.caPem);
  const { url, httpsUrl, profile } = sandbox;
  // Listened for before the line is out: who reads it may send the signal at once.
  const stopped = stopSignal();
  terminal.out(JSON.stringify({ url, httpsUrl, caFile: certificate?.path ?? null, adminUrl: null, profile }));
  await stopped;
  await sandbox.close();
  certificate?.remove();
  return exitCodes.done;
}

/** Starts it; a port that is taken or forbidden is told as such. */
async function start(options: SandboxOptions): Promise<RunningSandbox> {
  try {
    return await startSandbox(options);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    throw new AppError(
      {
        code: 'sandbox.start',
        message: `The sandbox can’t listen on port ${options.port}${options.httpsPort ? ` or ${options.httpsPort}` : ''}.`,
        cause: code === 'EACCES' ? 'Only the administrator may listen there.' : 'Another program listens there.',
        nextStep: 'Choose another port, or 0 for a free one.',
        facts: { port: options.port },
      },
      { cause: error },
    );
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
}

function keepCertificate(pem: string): { path: string; remove(): void } {
  const directory = mkdtempSync(join(tmpdir(), 'lodestone-sandbox-'));
  const path = join(directory, 'ca.pem');
  writeFileSync(path, pem);
  return {
    path,
    remove: () => {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function parsePort(option: string, text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw usage(`${option} ${text} is not a port.`, 'Give a number from 0 to 65535; 0 takes a free one.');
}

/** A clock that stands still at a date, or that differs from ours by some seconds. */
function parseClock(text: string | undefined): () => number {
  if (text === undefined) return Date.now;
  if (/^[+-]\d+(\.\d+)?$/.test(text)) return () => Date.now() + Number(text) * 1000;
  const standing = Date.parse(text);
  if (!Number.isNaN(standing)) return () => standing;
  throw usage(`--clock ${text} is neither a date nor a difference.`, 'Give an ISO date, or seconds as +600 or -30.');
}

function parseConfig(text: string): [string, unknown] {
  const equals = text.indexOf('=');
  if (equals <= 0) throw usage(`--config ${text} has no value.`, 'Write it as path/of/setting=value.');
  const value = text.slice(equals + 1);
  return [text.slice(0, equals), /^\d+$/.test(value) ? Number(value) : value];
}

function readSeed(path: string): Seed {
  try {
    return seedSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new AppError(
      {
        code: 'sandbox.start',
        message: `The seed ${path} can't be used.`,
        cause:
          error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error),
        nextStep: 'Check the file against the format in docs/sandbox.md.',
        facts: { file: path },
      },
      { cause: error },
    );
  }
}

function usage(message: string, nextStep: string): AppError {
  return new AppError({ code: 'input.invalid', message, cause: 'The option can’t be understood.', nextStep });
}
