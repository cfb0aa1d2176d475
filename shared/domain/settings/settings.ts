import { z } from 'zod';

/** What the user set, for the whole app. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  /** Where the response stands: below the composer, beside it, or by the window's width. */
  layout: z.enum(['auto', 'below', 'beside']),
  /** Milliseconds a new request waits for its answer; 0 waits without end. */
  defaultTimeoutMs: z.number().int().min(0),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const defaultSettings: Settings = { theme: 'system', layout: 'auto', defaultTimeoutMs: 30_000 };
