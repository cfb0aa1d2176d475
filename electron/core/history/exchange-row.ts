import { z } from 'zod';
import { exchangeSchema, type Exchange } from '#shared/domain/exchange/exchange.ts';
import type { HistoryEntry } from '#shared/domain/history/history.ts';
import { identityKindSchema } from '#shared/domain/identity/identity.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { SqlRow, SqlValue } from './sqlite.ts';

/** The columns of `exchange` that say what happened, in the order of `toValues`. */
export const exchangeColumns = [
  'id',
  'started_at',
  'method',
  'url',
  'request_name',
  'outcome',
  'status',
  'environment_id',
  'environment_name',
  'identity_name',
  'identity_kind',
  'duration_ms',
  'size_bytes',
] as const;

/** The values of an exchange's row. Its method and URL are those that went on the wire first, or were to. */
export function toValues(exchange: Exchange): SqlValue[] {
  const sent = exchange.attempts[0]?.hops[0]?.request;
  const { outcome, environment, identity } = exchange;
  return [
    exchange.id,
    exchange.startedAt,
    sent?.method ?? exchange.request.method,
    sent?.url ?? exchange.request.url,
    exchange.requestName,
    outcome.kind,
    outcome.kind === 'response' ? outcome.status : null,
    environment.id,
    environment.name,
    identity.name,
    identity.kind,
    exchange.durationMs,
    exchange.body?.sizeBytes ?? null,
  ];
}

const rowSchema = z.object({
  id: z.string(),
  sequence: z.number(),
  started_at: z.string(),
  method: z.string(),
  url: z.string(),
  request_name: z.string(),
  outcome: z.enum(['pending', 'response', 'failed', 'cancelled', 'interrupted']),
  status: z.number().nullable(),
  environment_name: z.string(),
  identity_name: z.string(),
  identity_kind: identityKindSchema,
  duration_ms: z.number().nullable(),
  size_bytes: z.number().nullable(),
});

/** A line of the list from its row. */
export function toEntry(row: SqlRow): HistoryEntry {
  const columns = rowSchema.parse(row);
  return {
    id: columns.id,
    sequence: columns.sequence,
    startedAt: columns.started_at,
    method: columns.method,
    url: columns.url,
    requestName: columns.request_name,
    outcome: columns.outcome,
    status: columns.status,
    environmentName: columns.environment_name,
    identityName: columns.identity_name,
    identityKind: columns.identity_kind,
    durationMs: columns.duration_ms,
    sizeBytes: columns.size_bytes,
  };
}

/** The whole exchange from its document. Throws AppError `storage.damaged` where it does not have its shape. */
export function parseExchange(id: string, json: string): Exchange {
  try {
    return exchangeSchema.parse(JSON.parse(json));
  } catch (error) {
    throw new AppError(
      {
        code: 'storage.damaged',
        message: 'This exchange can’t be read any more.',
        cause: 'Its record in the history is damaged.',
        nextStep: 'Remove it from the history; the others are not affected.',
        facts: { id },
      },
      { cause: error },
    );
  }
}
