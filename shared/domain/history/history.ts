import { z } from 'zod';
import { identityKindSchema } from '../identity/identity.ts';

/** What the list is narrowed to. `text` searches URL, headers and bodies; `status` is `''`, `401`, `4xx` or `failed`. */
export const historyFilterSchema = z.object({ text: z.string(), status: z.string() });
export type HistoryFilter = Readonly<z.infer<typeof historyFilterSchema>>;

/** One line of the history list. `sequence` grows with time and is the cursor of the next page. */
export const historyEntrySchema = z.object({
  id: z.string(),
  sequence: z.number(),
  startedAt: z.iso.datetime(),
  method: z.string(),
  url: z.string(),
  requestName: z.string(),
  outcome: z.enum(['pending', 'response', 'failed', 'cancelled', 'interrupted']),
  status: z.number().nullable(),
  environmentName: z.string(),
  identityName: z.string(),
  identityKind: identityKindSchema,
  durationMs: z.number().nullable(),
  sizeBytes: z.number().nullable(),
});
export type HistoryEntry = Readonly<z.infer<typeof historyEntrySchema>>;

export const historyPageSchema = z.object({
  entries: z.array(historyEntrySchema).readonly(),
  /** The `sequence` to pass as `before` for the next page; null at the end. */
  nextBefore: z.number().nullable(),
});
export type HistoryPage = Readonly<z.infer<typeof historyPageSchema>>;
