import { z } from 'zod';
import { exchangeSchema, responseHeadSchema } from './exchange.ts';

/** How many bytes of the answer's body travel with the events; the rest is read from the store. */
export const bodyPreviewBytes = 256 * 1024;

/**
 * What the pipeline tells while it works, in this order: started, progress…, head, progress…, then (after the exchange
 * is in the history) bodyPart… up to `bodyPreviewBytes`, and ended. Failure and cancellation end with `failed`.
 */
export const exchangeEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started'), exchangeId: z.string(), startedAt: z.iso.datetime() }),
  z.object({
    kind: z.literal('progress'),
    phase: z.enum(['token', 'upload', 'wait', 'download']),
    bytes: z.number(),
    totalBytes: z.number().nullable(),
  }),
  z.object({ kind: z.literal('head'), head: responseHeadSchema }),
  z.object({ kind: z.literal('bodyPart'), bytes: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal('ended'), exchange: exchangeSchema }),
  z.object({ kind: z.literal('failed'), exchange: exchangeSchema }),
]);
export type ExchangeEvent = Readonly<z.infer<typeof exchangeEventSchema>>;
