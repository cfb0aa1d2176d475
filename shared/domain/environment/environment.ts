import { z } from 'zod';
import { serverProfileIdSchema } from '../oauth1/server-profile-id.ts';

/** The colours by which a user tells environments apart; each is a token of every theme. */
export const environmentColours = ['green', 'blue', 'violet', 'amber', 'red', 'grey'] as const;

/** A variable of an environment, used as `{{name}}`; it is kept in clear and is no place for a secret. */
export const variableSchema = z.object({ name: z.string(), value: z.string(), isEnabled: z.boolean() });
export type Variable = Readonly<z.infer<typeof variableSchema>>;

/**
 * How the server profile of an environment was found: nobody did yet, a person chose it, it follows from the release, or the
 * store was asked. `at` is null where nobody did.
 */
export const profileOriginSchema = z.object({
  kind: z.enum(['default', 'chosen', 'release', 'probed']),
  at: z.iso.datetime().nullable(),
});
export type ProfileOrigin = Readonly<z.infer<typeof profileOriginSchema>>;

/**
 * One Magento installation. `baseUrl` has no trailing slash and may have a path (`https://shop.test/sub`);
 * `storeCode` is the code in `/rest/<code>/V1`, empty for none. `sandbox` marks the one that Lodestone itself serves:
 * its base URL is set anew at each start, nothing else about it is special.
 */
export const environmentSchema = z.object({
  id: z.string(),
  name: z.string().min(1),
  baseUrl: z.string(),
  storeCode: z.string(),
  storeCodes: z.array(z.string()).readonly(),
  /** What `/magento_version` told, or the release that the user names (`2.4.6-p3`); empty where unknown. */
  release: z.string(),
  profile: serverProfileIdSchema,
  profileOrigin: profileOriginSchema.default({ kind: 'default', at: null }),
  colour: z.enum(environmentColours),
  isProduction: z.boolean(),
  verifiesTls: z.boolean(),
  variables: z.array(variableSchema).readonly(),
  notes: z.string(),
  origin: z.enum(['user', 'sandbox']),
});
export type Environment = Readonly<z.infer<typeof environmentSchema>>;

/** What a new environment needs; the rest has defaults. */
export const environmentDraftSchema = environmentSchema.omit({ id: true, origin: true });
export type EnvironmentDraft = Readonly<z.infer<typeof environmentDraftSchema>>;

/** What could be found out about a store from any of its URLs, without a credential. */
export const discoverySchema = z.object({
  baseUrl: z.string(),
  storeCode: z.string(),
  storeCodes: z.array(z.string()).readonly(),
  release: z.string(),
  suggestedName: z.string(),
  /** Sentences about what could not be found out, or looks unusual. */
  remarks: z.array(z.string()).readonly(),
});
export type Discovery = Readonly<z.infer<typeof discoverySchema>>;
