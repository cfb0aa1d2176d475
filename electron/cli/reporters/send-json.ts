// The JSON of `send --json`, as docs/cli.md promises it.
import { z } from 'zod';
import { headerPairSchema, timingsSchema, type Exchange } from '#shared/domain/exchange/exchange.ts';
import { explanationSchema } from '#shared/domain/exchange/explanation.ts';
import { serverProfileIdSchema } from '#shared/domain/oauth1/server-profile-id.ts';
import { errorDataSchema } from '#shared/errors/error-schema.ts';

/** `body` is text where the bytes are UTF-8, else base64. Consumer key and token are shortened in the base string. */
export const sendOutputSchema = z.object({
  exchangeId: z.string(),
  attempts: z.array(
    z.object({
      profile: serverProfileIdSchema.optional(),
      baseString: z.string().optional(),
      status: z.number().nullable(),
    }),
  ),
  request: z.object({ method: z.string(), url: z.string(), headers: z.array(headerPairSchema) }).nullable(),
  response: z
    .object({
      status: z.number(),
      statusText: z.string(),
      httpVersion: z.string(),
      headers: z.array(headerPairSchema),
      body: z.string(),
      bodyEncoding: z.enum(['utf8', 'base64']),
    })
    .nullable(),
  timings: timingsSchema.nullable(),
  explanation: explanationSchema.optional(),
  error: errorDataSchema.optional(),
});
export type SendOutput = z.infer<typeof sendOutputSchema>;

/** Puts an exchange and the bytes of its answer into the promised shape. */
export function buildSendOutput(exchange: Exchange, body: Uint8Array): SendOutput {
  const hop = exchange.attempts.at(-1)?.hops.at(-1);
  return {
    exchangeId: exchange.id,
    attempts: exchange.attempts.map(({ profile, signature, hops }) => ({
      ...(profile ? { profile } : {}),
      ...(signature ? { baseString: Object.values(signature.baseString).join('&') } : {}),
      status: hops.at(-1)?.response?.status ?? null,
    })),
    request: hop ? { method: hop.request.method, url: hop.request.url, headers: [...hop.request.headers] } : null,
    response: hop?.response ? { ...hop.response, headers: [...hop.response.headers], ...encodeBody(body) } : null,
    timings: hop?.timings ?? null,
    ...(exchange.explanation ? { explanation: { ...exchange.explanation } } : {}),
    ...(exchange.outcome.kind === 'failed' ? { error: exchange.outcome.error } : {}),
  };
}

function encodeBody(bytes: Uint8Array): { body: string; bodyEncoding: 'utf8' | 'base64' } {
  try {
    return { body: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), bodyEncoding: 'utf8' };
  } catch {
    return { body: Buffer.from(bytes).toString('base64'), bodyEncoding: 'base64' };
  }
}
