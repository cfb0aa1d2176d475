import type { Exchange } from '../exchange/exchange.ts';

/** What the status field of the history's filter asks for. */
export type StatusFilter =
  | { readonly kind: 'any' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'class'; readonly statusClass: number }
  | { readonly kind: 'outcome'; readonly outcome: Exchange['outcome']['kind'] }
  /** A text that names no status: nothing can match it. */
  | { readonly kind: 'nothing' };

const outcomes: readonly Exchange['outcome']['kind'][] = ['pending', 'failed', 'cancelled', 'interrupted'];

/** Reads `''`, `401`, `4xx` (any case) or the name of an outcome without an answer. */
export function parseStatusFilter(text: string): StatusFilter {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return { kind: 'any' };
  if (/^[1-9]\d\d$/.test(wanted)) return { kind: 'status', status: Number(wanted) };
  if (/^[1-9]xx$/.test(wanted)) return { kind: 'class', statusClass: Number(wanted[0]) };
  const outcome = outcomes.find((candidate) => candidate === wanted);
  return outcome ? { kind: 'outcome', outcome } : { kind: 'nothing' };
}

/** Below this, a beginning stands for so many words that looking them all up takes longer than a keystroke. */
const shortestBeginning = 3;

/**
 * The text of a search as an FTS5 query: every word must occur, and punctuation inside a word keeps its parts together.
 * A word's last part, from three characters on, may be the beginning of a longer one (`24-MB0` finds `24-MB01`). Null
 * where there is nothing to search for.
 */
export function formatTextQuery(text: string): string | null {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.length === 0 ? null : words.map(formatWord).join(' ');
}

function formatWord(word: string): string {
  const lastPart = /[\p{L}\p{N}]+(?=[^\p{L}\p{N}]*$)/u.exec(word)?.[0] ?? '';
  const beginning = lastPart.length >= shortestBeginning ? '*' : '';
  return `"${word.replaceAll('"', '""')}"${beginning}`;
}
