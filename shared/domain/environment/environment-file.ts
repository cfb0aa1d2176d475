import { z } from 'zod';
import { identitySchema } from '../identity/identity.ts';
import { environmentDraftSchema } from './environment.ts';

/**
 * An environment as it travels between machines: everything but ids and secrets. `lodestone` marks the kind of file,
 * `version` its layout.
 */
export const environmentFileSchema = z.object({
  lodestone: z.literal('environment'),
  version: z.literal(1),
  environment: environmentDraftSchema,
  identities: z.array(identitySchema.omit({ id: true, environmentId: true })).readonly(),
});
