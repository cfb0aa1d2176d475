import { z } from 'zod';
import { errorDataSchema } from '../../errors/error-schema.ts';
import { requestSchema } from '../http/request.ts';
import { identityKindSchema } from '../identity/identity.ts';
import { serverProfileIdSchema } from '../oauth1/server-profile-id.ts';
import { signatureTraceSchema } from '../oauth1/signature-trace.ts';
import { explanationSchema } from './explanation.ts';

export const headerPairSchema = z.tuple([z.string(), z.string()]).readonly();

/**
 * The phases of HAR 1.2 for one hop in milliseconds; null where one did not happen (a reused connection has no DNS). They
 * follow each other without overlap: `connectMs` is TCP alone, where HAR's `connect` contains `ssl`.
 */
export const timingsSchema = z.object({
  blockedMs: z.number().nullable(),
  dnsMs: z.number().nullable(),
  connectMs: z.number().nullable(),
  tlsMs: z.number().nullable(),
  sendMs: z.number().nullable(),
  waitMs: z.number().nullable(),
  receiveMs: z.number().nullable(),
  totalMs: z.number(),
  isConnectionReused: z.boolean(),
});
export type Timings = Readonly<z.infer<typeof timingsSchema>>;

/** What went on the wire, secrets masked: request line, headers in order, and the body's text up to 64 kB. */
export const sentRequestSchema = z.object({
  method: z.string(),
  url: z.string(),
  headers: z.array(headerPairSchema).readonly(),
  bodyText: z.string().nullable(),
  bodySizeBytes: z.number(),
});
export type SentRequest = Readonly<z.infer<typeof sentRequestSchema>>;

export const responseHeadSchema = z.object({
  status: z.number(),
  statusText: z.string(),
  httpVersion: z.string(),
  headers: z.array(headerPairSchema).readonly(),
});
export type ResponseHead = Readonly<z.infer<typeof responseHeadSchema>>;

/** One request line and its answer; a redirect makes a further hop. `response` is null where none arrived. */
export const hopSchema = z.object({
  request: sentRequestSchema,
  response: responseHeadSchema.nullable(),
  timings: timingsSchema,
});
export type Hop = Readonly<z.infer<typeof hopSchema>>;

/** One try to get through, signed under one profile (null where nothing is signed). */
export const attemptSchema = z.object({
  profile: serverProfileIdSchema.nullable(),
  signature: signatureTraceSchema.nullable(),
  hops: z.array(hopSchema).readonly(),
});
export type Attempt = Readonly<z.infer<typeof attemptSchema>>;

/** How the exchange ended. `interrupted`: the app was ended before the answer was complete. */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pending') }),
  z.object({ kind: z.literal('response'), status: z.number(), statusText: z.string() }),
  z.object({ kind: z.literal('failed'), error: errorDataSchema }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('interrupted') }),
]);
export type Outcome = Readonly<z.infer<typeof outcomeSchema>>;

/** The answer's body by its facts; its bytes are read apart. Sizes in bytes, before and after Content-Encoding. */
export const bodyFactsSchema = z.object({
  wireSizeBytes: z.number(),
  sizeBytes: z.number(),
  contentType: z.string(),
  /** False where the body broke off or its length did not match. */
  isComplete: z.boolean(),
  /** True where a secret was masked before the body was kept. */
  isMasked: z.boolean(),
});
export type BodyFacts = Readonly<z.infer<typeof bodyFactsSchema>>;

/** What happened when a request was sent: the unit of the history. Everything in it is already masked. */
export const exchangeSchema = z.object({
  id: z.string(),
  startedAt: z.iso.datetime(),
  durationMs: z.number().nullable(),
  requestName: z.string(),
  environment: z.object({ id: z.string(), name: z.string() }),
  identity: z.object({ id: z.string(), name: z.string(), kind: identityKindSchema }),
  /** What the user edited, for replay; masked like the rest. */
  request: requestSchema,
  attempts: z.array(attemptSchema).readonly(),
  outcome: outcomeSchema,
  body: bodyFactsSchema.nullable(),
  explanation: explanationSchema.nullable(),
  /** The profile under which the store accepted a signature that it had refused under the environment’s; null otherwise. */
  suggestedProfile: serverProfileIdSchema.nullable().default(null),
});
export type Exchange = Readonly<z.infer<typeof exchangeSchema>>;
