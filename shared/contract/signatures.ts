import { z } from 'zod';
import { headerPairSchema } from '../domain/exchange/exchange.ts';
import { diagnosisSchema } from '../domain/oauth1/diagnosis/diagnosis.ts';
import { serverProfileIdSchema } from '../domain/oauth1/server-profile-id.ts';
import { command } from './define.ts';

/**
 * `text` is an `Authorization: OAuth …` header, a whole cURL command, which tells its request itself, or a base string, for which no
 * secret is needed. The secrets are those typed, or the sealed ones of an integration. `profile` null is that of the
 * integration's environment.
 */
export const diagnoseInputSchema = z.object({
  text: z.string(),
  method: z.string(),
  url: z.string(),
  headers: z.array(headerPairSchema).readonly(),
  body: z.string().nullable(),
  identityId: z.string().nullable(),
  secrets: z.object({ consumerSecret: z.string(), tokenSecret: z.string() }).nullable(),
  profile: serverProfileIdSchema.nullable(),
});
export type DiagnoseInput = Readonly<z.infer<typeof diagnoseInputSchema>>;

/** A base string with its keys shortened, and where it first differs from the other one. */
const shownBaseStringSchema = z.object({ text: z.string(), differsAt: z.number().int().nullable() });

/** The base string that the server builds and the one that was signed; null where one is not known. */
export const shownDiagnosisSchema = z.object({
  diagnosis: diagnosisSchema,
  expected: shownBaseStringSchema.nullable(),
  actual: shownBaseStringSchema.nullable(),
});
export type ShownDiagnosis = Readonly<z.infer<typeof shownDiagnosisSchema>>;

export const signaturesContract = {
  'signatures.diagnose': command(
    'Says why a signature is refused; secrets go in or stay in main, and none comes back',
    diagnoseInputSchema,
    shownDiagnosisSchema,
  ),
} as const;
