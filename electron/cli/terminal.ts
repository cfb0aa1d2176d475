import { once } from 'node:events';
import { styleText } from 'node:util';
import type { ErrorData } from '#shared/errors/app-error.ts';

/** Where a command writes: results on stdout, everything else on stderr, colours only on a terminal. */
export interface Terminal {
  readonly isInteractive: boolean;
  readonly out: (text: string) => void;
  /** Resolves when the reader has room for more. */
  readonly outBytes: (bytes: Uint8Array) => Promise<void>;
  readonly note: (text: string) => void;
  readonly style: (format: 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan', text: string) => string;
}

/** The terminal of this process. */
export function createTerminal(): Terminal {
  const isInteractive = process.stdout.isTTY && !process.env['NO_COLOR'];
  return {
    isInteractive,
    out: (text) => void process.stdout.write(`${text}\n`),
    outBytes: async (bytes) => {
      if (!process.stdout.write(bytes)) await once(process.stdout, 'drain');
    },
    note: (text) => void process.stderr.write(`${text}\n`),
    style: (format, text) => (isInteractive ? styleText(format, text) : text),
  };
}

/** Tells a failure as people read it: what happened, the likely cause, what to do. */
export function tellError(terminal: Terminal, error: ErrorData): void {
  terminal.note(`${terminal.style('red', 'Error:')} ${error.message}`);
  terminal.note(`  ${error.cause}`);
  terminal.note(`  ${error.nextStep}`);
}
