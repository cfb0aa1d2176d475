import { z } from 'zod';
import type { ErrorCode, ErrorData } from './app-error.ts';

/** Checks an `ErrorData` that comes from storage or another process. */
export const errorDataSchema: z.ZodType<ErrorData> = z.object({
  code: z.string() as unknown as z.ZodType<ErrorCode>,
  message: z.string(),
  cause: z.string(),
  nextStep: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
