import type { Logger } from '#electron/core/ports.ts';

/** Writes one line an event to standard error; facts follow as JSON. */
export const consoleLogger: Logger = {
  info: (message, facts) => {
    write('info', message, facts);
  },
  warn: (message, facts) => {
    write('warn', message, facts);
  },
  error: (message, facts) => {
    write('error', message, facts);
  },
};

function write(level: string, message: string, facts?: Readonly<Record<string, unknown>>): void {
  process.stderr.write(`${new Date().toISOString()} ${level} ${message}${facts ? ` ${JSON.stringify(facts)}` : ''}\n`);
}
