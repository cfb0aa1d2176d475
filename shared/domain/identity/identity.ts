import { z } from 'zod';

/** The ways to prove who is calling that this release knows; each has its row in `identity-kinds.ts`. */
export const identityKinds = ['guest', 'customer', 'admin', 'integration'] as const;
export type IdentityKind = (typeof identityKinds)[number];
export const identityKindSchema = z.enum(identityKinds);

/** Who a request is sent as. Its secret parts are credentials and are kept apart, sealed. */
export const identitySchema = z.object({
  id: z.string(),
  environmentId: z.string(),
  name: z.string().min(1),
  kind: identityKindSchema,
  /** The account of a customer (e-mail) or an admin (user name); empty for the other kinds. */
  username: z.string(),
});
export type Identity = Readonly<z.infer<typeof identitySchema>>;

/** What the user enters: the identity and the secrets to seal. An absent secret keeps what is stored. */
export const identityDraftSchema = identitySchema
  .omit({ id: true })
  .extend({ secrets: z.record(z.string(), z.string()) });
export type IdentityDraft = Readonly<z.infer<typeof identityDraftSchema>>;

/** What the views may know of an identity: which secrets exist, never what they are, and how its token stands. */
export const identityStateSchema = identitySchema.extend({
  storedSecrets: z.array(z.string()).readonly(),
  token: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('notNeeded') }),
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('signedIn'), expiresAt: z.iso.datetime().nullable() }),
    z.object({ kind: z.literal('expired'), expiresAt: z.iso.datetime() }),
    z.object({ kind: z.literal('refused'), message: z.string() }),
  ]),
});
export type IdentityState = Readonly<z.infer<typeof identityStateSchema>>;
