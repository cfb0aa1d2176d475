import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import { formatJson } from '#shared/kernel/format-json.ts';
import { formatDuration } from '#shared/kernel/format-duration.ts';
import { formatSize } from '#shared/kernel/format-size.ts';
import { tellError, type Terminal } from '../terminal.ts';

/** Tells an exchange as people read it: everything about it on standard error, then `body` where it was not yet written. */
export function tellExchange(terminal: Terminal, exchange: Exchange, body: Uint8Array): void {
  terminal.note(summaryOf(terminal, exchange));
  const { outcome, explanation } = exchange;
  if (outcome.kind === 'failed') tellError(terminal, outcome.error);
  if (explanation) {
    if (explanation.message) terminal.note(`  ${terminal.style('bold', explanation.message)}`);
    terminal.note(`  ${explanation.meaning}`);
    for (const cause of explanation.causes) terminal.note(`  · ${cause}`);
    terminal.note(`  ${explanation.nextStep}`);
  }
  if (body.length > 0) writeBody(terminal, body);
}

/** One line: status, time, size, who, and the profile it was signed under. */
export function summaryOf(terminal: Terminal, exchange: Exchange): string {
  const attempt = exchange.attempts.at(-1);
  const parts = [
    statusOf(terminal, exchange),
    exchange.durationMs === null ? '' : formatDuration(exchange.durationMs),
    exchange.body ? formatSize(exchange.body.sizeBytes) : '',
    `as ${exchange.identity.name}`,
    attempt?.profile ? `signed for ${attempt.profile}` : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

function statusOf(terminal: Terminal, { outcome }: Exchange): string {
  if (outcome.kind !== 'response') return terminal.style('red', outcome.kind === 'failed' ? 'No answer' : 'Cancelled');
  const colour = outcome.status < 400 ? 'green' : outcome.status < 500 ? 'yellow' : 'red';
  return terminal.style(colour, `${outcome.status} ${outcome.statusText}`.trim());
}

/** On a terminal JSON is indented. */
function writeBody(terminal: Terminal, body: Uint8Array): void {
  const text = new TextDecoder().decode(body);
  const formatted = formatJson(text);
  terminal.out(formatted.ok ? formatted.text : text);
}
