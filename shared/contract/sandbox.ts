import { z } from 'zod';
import { serverProfileIdSchema } from '../domain/oauth1/server-profile-id.ts';
import { command, query, topic } from './define.ts';

export const sandboxStatusSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('starting') }),
  z.object({ kind: z.literal('running'), url: z.string(), profile: serverProfileIdSchema }),
  z.object({ kind: z.literal('stopped'), message: z.string() }),
]);
export type SandboxStatus = Readonly<z.infer<typeof sandboxStatusSchema>>;

export const sandboxContract = {
  'sandbox.status': query('Whether the sandbox runs, and where', z.null(), sandboxStatusSchema),
  'sandbox.restart': command(
    'Starts the sandbox anew with its data as on the first day',
    z.null(),
    sandboxStatusSchema,
  ),
  'sandbox.changed': topic('The sandbox started or stopped', sandboxStatusSchema),
} as const;
