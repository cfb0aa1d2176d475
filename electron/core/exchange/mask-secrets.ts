// Nothing is kept and no finished exchange is told before it went through here. A secret is found in two ways: by the name
// of the place where it stands, and by its value, wherever that occurs.
import type { Attempt, Hop, ResponseHead, SentRequest } from '#shared/domain/exchange/exchange.ts';
import { maskBodyText, maskHeaderValue, maskParameterValue, maskUrl } from '#shared/domain/exchange/secret-names.ts';
import type { HeaderPair } from '#shared/domain/http/headers.ts';
import type { Request } from '#shared/domain/http/request.ts';
import { maskTrace } from '#shared/domain/oauth1/mask-trace.ts';
import type { ErrorData } from '#shared/errors/app-error.ts';
import { createLiteralMask, type LiteralMask } from './literal-mask.ts';
import { createNameMaskStream, latin1Mask, type MaskStream } from './name-mask.ts';

export interface SecretMasker {
  readonly literals: LiteralMask;
  readonly text: (text: string) => string;
  readonly head: (head: ResponseHead) => ResponseHead;
  readonly request: (request: Request) => Request;
  readonly attempt: (attempt: Attempt) => Attempt;
  readonly error: (error: ErrorData) => ErrorData;
  /** A body that is whole in memory; the very same bytes come back where nothing was to be covered. */
  readonly body: (bytes: Uint8Array, answers: { readonly url: string; readonly contentType: string }) => Uint8Array;
  /** The same for a body that comes in parts. */
  readonly bodyStream: (contentType: string) => MaskStream;
}

/** One mask after the other. */
const chainStreams = (first: MaskStream, second: MaskStream): MaskStream => ({
  write: (part) => second.write(first.write(part)),
  end: () => Buffer.concat([second.write(first.end()), second.end()]),
  hasMasked: () => first.hasMasked() || second.hasMasked(),
});

/** The routes whose whole answer is a token: a bare JSON string. */
const tokenRoute =
  /\/V1\/(?:integration\/(?:admin|customer)\/token|tfa\/provider\/[^/]+\/(?:authenticate|verify))\/?(?:[?#]|$)/;

const isTextual = (contentType: string): boolean =>
  !/^(?:image|audio|video|font)\/|octet-stream|pdf|zip/i.test(contentType);

/** Everything that covers the given secrets, and what is secret by its name. */
export function createSecretMasker(secrets: readonly string[]): SecretMasker {
  const literals = createLiteralMask(secrets);
  const text = literals.maskText;
  const url = (value: string): string => text(maskUrl(value));
  const headers = (pairs: readonly HeaderPair[]): HeaderPair[] =>
    pairs.map(([name, value]) => [name, url(maskHeaderValue(name, value))]);
  const bodyText = (value: string): string => text(maskBodyText(value));
  const head = (value: ResponseHead): ResponseHead => ({ ...value, headers: headers(value.headers) });
  const sent = (value: SentRequest): SentRequest => ({
    ...value,
    url: url(value.url),
    headers: headers(value.headers),
    bodyText: value.bodyText === null ? null : bodyText(value.bodyText),
  });
  const hop = (value: Hop): Hop => ({
    ...value,
    request: sent(value.request),
    response: value.response && head(value.response),
  });

  return {
    literals,
    text,
    head,
    request: (request) => ({
      ...request,
      url: url(request.url),
      parameters: request.parameters.map((row) => ({
        ...row,
        value: row.value === null ? null : text(maskParameterValue(row.name, row.value)),
      })),
      headers: request.headers.map((row) => ({ ...row, value: text(maskHeaderValue(row.name, row.value)) })),
      body: request.body.kind === 'none' ? request.body : { ...request.body, text: bodyText(request.body.text) },
      notes: text(request.notes),
    }),
    attempt: (attempt) => ({
      profile: attempt.profile,
      signature: attempt.signature && maskTrace(attempt.signature, secrets),
      hops: attempt.hops.map(hop),
    }),
    error: (error) => ({
      ...error,
      message: text(error.message),
      cause: text(error.cause),
      facts: Object.fromEntries(
        Object.entries(error.facts).map(([name, value]) => [name, typeof value === 'string' ? url(value) : value]),
      ),
    }),
    bodyStream: (contentType) =>
      isTextual(contentType) ? chainStreams(createNameMaskStream(), literals.createStream()) : literals.createStream(),
    body: (bytes, { url: target, contentType }) => {
      if (!isTextual(contentType)) return bytes;
      const before = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
      const named = tokenRoute.test(target)
        ? before.replace(/^\s*"[^"]+"\s*$/, `"${latin1Mask}"`)
        : maskBodyText(before, latin1Mask);
      const stream = literals.createStream();
      const covered = Buffer.concat([
        stream.write(named === before ? bytes : Buffer.from(named, 'latin1')),
        stream.end(),
      ]);
      return named !== before || stream.hasMasked() ? covered : bytes;
    },
  };
}
