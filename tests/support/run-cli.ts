import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface CliResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const cliFile = resolve('dist/cli/lodestone.mjs');

/** Runs the built command line to its end. `variables` are added to the process's environment. */
export function runCli(
  args: readonly string[],
  options: { variables?: Record<string, string>; input?: string } = {},
): Promise<CliResult> {
  const child = spawn(process.execPath, [cliFile, ...args], { env: { ...process.env, ...options.variables } });
  child.stdin.end(options.input ?? '');
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((done) => child.once('close', (exitCode) => done({ exitCode, stdout, stderr })));
}

export interface CliSandbox {
  /** The line that it printed when it listened. */
  readonly announced: Readonly<Record<string, unknown>>;
  readonly url: string;
  /** Sends SIGTERM and resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** Starts `lodestone sandbox` and waits for its line. */
export function startCliSandbox(args: readonly string[] = []): Promise<CliSandbox> {
  const child = spawn(process.execPath, [cliFile, 'sandbox', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((started, failed) => {
    let seen = '';
    child.once('close', (code) => failed(new Error(`The sandbox ended with ${String(code)}.`)));
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      if (!seen.includes('\n')) return;
      const announced = JSON.parse(seen) as Record<string, unknown>;
      started({
        announced,
        url: String(announced['url']),
        stop: () =>
          new Promise((stopped) => {
            child.once('close', stopped);
            child.kill('SIGTERM');
          }),
      });
    });
  });
}
