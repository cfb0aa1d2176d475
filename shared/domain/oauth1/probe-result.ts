import { z } from 'zod';
import { serverProfileIdSchema } from './server-profile-id.ts';

/** What probing a store told. */
export const probeResultSchema = z.object({
  /** Every profile that explains all answers, the likeliest first; one where it is decided. */
  profiles: z.array(serverProfileIdSchema).readonly(),
  decided: serverProfileIdSchema.nullable(),
  /** How many requests were sent. */
  requests: z.number().int(),
  /** One sentence a request. */
  steps: z.array(z.string()).readonly(),
});
export type ProbeResult = Readonly<z.infer<typeof probeResultSchema>>;
