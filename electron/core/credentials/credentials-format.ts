import { z } from 'zod';
import type { DocumentFormat } from '../storage/document-format.ts';

/** What is kept for one identity, by identity id. `sealed` texts are opaque; an expiry and an issuer are no secrets. */
const sealedIdentitySchema = z.object({
  /** Secret field → its sealed value. */
  fields: z.record(z.string(), z.string()),
  /** `expiresAt` in milliseconds since 1970, null where the store names none; `issuer` is the base URL that made it. */
  token: z.object({ sealed: z.string(), expiresAt: z.number().nullable(), issuer: z.string() }).nullable(),
});
export type SealedIdentity = Readonly<z.infer<typeof sealedIdentitySchema>>;

const credentialsSchema = z.object({ identities: z.record(z.string(), sealedIdentitySchema) });
export type SealedCredentials = Readonly<z.infer<typeof credentialsSchema>>;

/** `credentials.json` through the releases. */
export const credentialsFormat: DocumentFormat<SealedCredentials> = {
  title: 'the credentials',
  versions: [{ version: 1, schema: credentialsSchema }],
  defaults: { identities: {} },
};
