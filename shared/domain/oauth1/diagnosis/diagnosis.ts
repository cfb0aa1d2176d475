import { z } from 'zod';
import { serverProfileIdSchema } from '../server-profile-id.ts';

/**
 * Where two base strings first differ: the byte, what the server has there and what was signed, each one character, or
 * empty where the text has ended.
 */
export const firstDifferenceSchema = z.object({ index: z.number().int(), expected: z.string(), actual: z.string() });
export type FirstDifference = Readonly<z.infer<typeof firstDifferenceSchema>>;

/**
 * Why a signature is refused. `finding` is a stable name (docs/signatures.md lists them), `detail` a sentence or two for people, which
 * never hold a secret. `profile` is the server profile under which the finding explains the signature; it is absent where nothing does.
 */
export const diagnosisSchema = z.object({
  finding: z.string(),
  detail: z.string(),
  profile: serverProfileIdSchema.optional(),
  firstDifference: firstDifferenceSchema.optional(),
});
export type Diagnosis = Readonly<z.infer<typeof diagnosisSchema>>;

/** The first place where two ASCII texts differ; undefined where they are the same. */
export function findFirstDifference(expected: string, actual: string): FirstDifference | undefined {
  if (expected === actual) return undefined;
  let index = 0;
  while (index < expected.length && expected[index] === actual[index]) index += 1;
  return { index, expected: expected.charAt(index), actual: actual.charAt(index) };
}
