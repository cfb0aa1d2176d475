import { formatTextQuery, parseStatusFilter } from '#shared/domain/history/filter.ts';
import type { HistoryFilter } from '#shared/domain/history/history.ts';
import { exchangeColumns } from './exchange-row.ts';
import type { SqlValue } from './sqlite.ts';

/** A statement and its parameters. */
export interface ListQuery {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/**
 * Builds the statement for one page, newest first. A text search starts from the index of words, which gives its matches
 * in order of sequence; everything else starts from `exchange`. So SQLite stops at the page's end and never sorts.
 */
export function buildListQuery(filter: HistoryFilter, before: number | null, limit: number): ListQuery | null {
  const status = parseStatusFilter(filter.status);
  if (status.kind === 'nothing') return null;
  const text = formatTextQuery(filter.text);
  const conditions: string[] = [];
  const parameters: SqlValue[] = [];
  const where = (condition: string, value: SqlValue) => {
    conditions.push(condition);
    parameters.push(value);
  };
  const order = text === null ? 'exchange.sequence' : 'exchange_text.rowid';
  if (text !== null) where('exchange_text MATCH ?', text);
  if (before !== null) where(`${order} < ?`, before);
  if (status.kind === 'status') where('exchange.status = ?', status.status);
  if (status.kind === 'class') where('exchange.status_class = ?', status.statusClass);
  if (status.kind === 'outcome') where('exchange.outcome = ?', status.outcome);
  const columns = ['sequence', ...exchangeColumns].map((column) => `exchange.${column}`).join(', ');
  const source =
    text === null ? 'exchange' : 'exchange_text CROSS JOIN exchange ON exchange.sequence = exchange_text.rowid';
  const filtered = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return {
    sql: `SELECT ${columns} FROM ${source}${filtered} ORDER BY ${order} DESC LIMIT ?`,
    parameters: [...parameters, limit],
  };
}
