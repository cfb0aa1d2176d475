import { z } from 'zod';
import { serverProfileIdSchema } from './server-profile-id.ts';

/** One signed parameter, in signing order: decoded and encoded, and where it came from. */
export const signedParameterSchema = z.object({
  name: z.string(),
  value: z.string(),
  encodedName: z.string(),
  encodedValue: z.string(),
  origin: z.enum(['query', 'body', 'header']),
});
export type SignedParameter = Readonly<z.infer<typeof signedParameterSchema>>;

/**
 * Everything about one signature that the inspector shows and the history keeps (RFC 5849 §3.4). Key parts are never
 * in it; consumer key and token are shortened before it leaves the signing step.
 */
export const signatureTraceSchema = z.object({
  profile: serverProfileIdSchema,
  signatureMethod: z.string(),
  parameters: z.array(signedParameterSchema).readonly(),
  /** The three parts of the base string as they are joined with `&`: method, encoded URL, encoded parameters. */
  baseString: z.object({ method: z.string(), url: z.string(), parameters: z.string() }),
  /** The signing key with each present part as eight dots. */
  maskedKey: z.string(),
  signature: z.string(),
  /** Where the profile left RFC 5849 for this very request: the text concerned and a sentence. */
  deviations: z.array(z.object({ text: z.string(), remark: z.string() })).readonly(),
  /** What the profile refuses in this very request, whatever the signature: a key of another length, blanks in a secret … */
  refusals: z
    .array(z.object({ text: z.string(), remark: z.string() }))
    .readonly()
    .default([]),
});
export type SignatureTrace = Readonly<z.infer<typeof signatureTraceSchema>>;
