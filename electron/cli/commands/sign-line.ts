// One request to sign as JSON, in the form that docs/cli.md promises for `sign --batch`. No field is ever guessed: the same
// line gives the same signature on every machine.
import { z } from 'zod';
import { type HeaderPair, headerValue } from '#shared/domain/http/headers.ts';
import { writePortableUrl } from '#shared/domain/oauth1/portable-url.ts';
import { serverProfileIdSchema } from '#shared/domain/oauth1/server-profile-id.ts';
import { signRequest } from '#shared/domain/oauth1/sign-request.ts';
import type { SigningInput } from '#shared/domain/oauth1/signing-input.ts';
import { AppError, type ErrorData } from '#shared/errors/app-error.ts';
import { errorDataSchema } from '#shared/errors/error-schema.ts';
import { nodeSigner } from '#electron/core/auth/node-signer.ts';

const pairsSchema = z.array(z.tuple([z.string(), z.string()]));
const idSchema = z.union([z.string(), z.number()]).nullable();

/** What is signed. Optional fields may be null too; `version` alone means something by it: no `oauth_version`. */
export const signInputSchema = z.object({
  id: idSchema.optional(),
  profile: serverProfileIdSchema,
  method: z.string(),
  url: z.string(),
  headers: pairsSchema.nullish(),
  body: z.string().nullish(),
  consumerKey: z.string(),
  consumerSecret: z.string().nullish(),
  token: z.string().nullish(),
  tokenSecret: z.string().nullish(),
  verifier: z.string().nullish(),
  privateKey: z.string().nullish(),
  nonce: z.string(),
  timestamp: z.union([z.string(), z.number().transform(String)]),
  signatureMethod: z.string(),
  version: z.literal('1.0').nullable().default('1.0'),
  realm: z.string().nullish(),
  oauth: pairsSchema.nullish(),
  exact: z.boolean().nullish(),
});
export type SignInput = z.infer<typeof signInputSchema>;

/** `sentUrl` is the URL that was signed: send this one. */
export const signOutputSchema = z.object({
  id: idSchema,
  baseString: z.string(),
  signature: z.string(),
  authorizationHeader: z.string(),
  sentUrl: z.string(),
  warnings: z.array(z.string()),
});
export type SignOutput = z.infer<typeof signOutputSchema>;

/** The answer to a line that can't be signed. `id` is null where the line has none. */
export const signErrorSchema = z.object({ id: idSchema, error: errorDataSchema });
export type SignError = z.infer<typeof signErrorSchema>;

/** Signs one line of JSON; whatever is wrong with it becomes its answer. */
export function signLine(line: string): SignOutput | SignError {
  let id: SignInput['id'] = null;
  try {
    const value: unknown = parseJson(line);
    id = readId(value);
    const parsed = signInputSchema.safeParse(value);
    if (!parsed.success) return { id, error: inputProblem(z.prettifyError(parsed.error)) };
    return signOne(parsed.data);
  } catch (error) {
    if (error instanceof AppError) return { id, error: error.data };
    throw error;
  }
}

/** Signs one request. Throws AppError `request.url` or `request.signature`. */
export function signOne(input: SignInput): SignOutput {
  const sentUrl = input.exact === true ? input.url : writePortableUrl(input.url);
  const signed = signRequest(toSigningInput(input, sentUrl), nodeSigner);
  if (!signed.ok) throw new AppError(signed.error);
  const { baseString, signature, authorizationHeader, warnings } = signed.value;
  return { id: input.id ?? null, baseString, signature, authorizationHeader, sentUrl, warnings: [...warnings] };
}

function toSigningInput(input: SignInput, url: string): SigningInput {
  const headers: readonly HeaderPair[] = input.headers ?? [];
  const contentType = headerValue(headers, 'Content-Type') ?? '';
  return {
    profile: input.profile,
    method: input.method,
    url,
    headers,
    body: typeof input.body === 'string' ? { contentType, text: input.body } : null,
    consumerKey: input.consumerKey,
    consumerSecret: input.consumerSecret ?? '',
    token: input.token ?? null,
    tokenSecret: input.tokenSecret ?? null,
    nonce: input.nonce,
    timestamp: input.timestamp,
    signatureMethod: input.signatureMethod,
    version: input.version,
    oauthParameters: input.oauth ?? [],
    ...(typeof input.verifier === 'string' ? { verifier: input.verifier } : {}),
    ...(typeof input.privateKey === 'string' ? { privateKey: input.privateKey } : {}),
    ...(typeof input.realm === 'string' ? { realm: input.realm } : {}),
  };
}

/** Parses JSON. Throws AppError `input.invalid`; what stands there is not repeated, since it may be a secret. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError(inputProblem('It is not JSON.'));
  }
}

function readId(value: unknown): string | number | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function inputProblem(cause: string): ErrorData {
  return {
    code: 'input.invalid',
    message: 'This can’t be signed as it is written.',
    cause,
    nextStep: 'Compare it with the fields of `sign --batch` in docs/cli.md.',
    facts: {},
  };
}
