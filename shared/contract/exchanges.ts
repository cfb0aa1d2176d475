import { z } from 'zod';
import { exchangeEventSchema } from '../domain/exchange/exchange-events.ts';
import { exchangeSchema } from '../domain/exchange/exchange.ts';
import { historyFilterSchema, historyPageSchema } from '../domain/history/history.ts';
import { requestSchema } from '../domain/http/request.ts';
import { command, query, stream, topic } from './define.ts';

/**
 * `identityId` is used where the request itself names nobody in `sendAs`. `isConfirmed`: the user agreed to write to
 * production, without which main refuses to.
 */
export const sendInputSchema = z.object({
  request: requestSchema,
  requestName: z.string(),
  environmentId: z.string(),
  identityId: z.string().nullable(),
  isConfirmed: z.boolean(),
});
export type SendInput = Readonly<z.infer<typeof sendInputSchema>>;

export const exchangesContract = {
  'exchange.send': stream('Sends a request through the whole pipeline', {
    input: sendInputSchema,
    event: exchangeEventSchema,
    output: z.object({ exchangeId: z.string() }),
  }),
  'exchange.readBody': query(
    'Bytes of a kept response body, at most 1 MB at once; `bytes` is empty past its end',
    z.object({ id: z.string(), offset: z.number().int().min(0), length: z.number().int().min(1).max(1_048_576) }),
    z.object({ bytes: z.instanceof(Uint8Array), sizeBytes: z.number() }),
  ),
  'history.list': query(
    'A page of the history, newest first',
    z.object({ filter: historyFilterSchema, before: z.number().nullable(), limit: z.number().int().min(1).max(500) }),
    historyPageSchema,
  ),
  'history.get': query('One exchange whole', z.object({ id: z.string() }), exchangeSchema),
  'history.count': query('How many exchanges are kept', z.null(), z.number()),
  'history.remove': command('Removes exchanges and their bodies', z.object({ ids: z.array(z.string()) }), z.null()),
  'history.changed': topic('An exchange was added, ended or removed', z.null()),
} as const;
