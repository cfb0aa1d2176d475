import { z } from 'zod';
import { environmentSchema } from '#shared/domain/environment/environment.ts';
import { identitySchema } from '#shared/domain/identity/identity.ts';
import type { DocumentFormat } from '../storage/document-format.ts';

/** Environments in the user's order, and the identities of all of them: one document, so that both change at once. */
const environmentsSchema = z.object({
  environments: z.array(environmentSchema).readonly(),
  identities: z.array(identitySchema).readonly(),
});
export type StoredEnvironments = Readonly<z.infer<typeof environmentsSchema>>;

/** `environments.json` through the releases. */
export const environmentsFormat: DocumentFormat<StoredEnvironments> = {
  title: 'the environments',
  versions: [{ version: 1, schema: environmentsSchema }],
  defaults: { environments: [], identities: [] },
};
