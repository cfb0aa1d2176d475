// Signs NDJSON as it comes: only the line being signed is in memory, and what reads the answers sets the pace.
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { signLine } from './sign-line.ts';

/** `lodestone sign --batch`: one answer a line, in the order of the lines; empty lines are skipped. */
export async function runSignBatch(input: Readable, output: Writable): Promise<ExitCode> {
  input.setEncoding('utf8');
  try {
    await pipeline(input, signChunks, output, { end: false });
  } catch (error) {
    // Whoever reads the answers has gone (`… | head`): there is nothing left to do.
    if (!isClosedPipe(error)) throw error;
  }
  return exitCodes.done;
}

/** Answers all whole lines of a chunk at once, so that a long batch costs few writes. */
async function* signChunks(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield answer(lines);
  }
  yield answer([rest]);
}

function answer(lines: readonly string[]): string {
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => `${JSON.stringify(signLine(line))}\n`)
    .join('');
}

function isClosedPipe(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}
