// A small call that Lodestone makes on its own account (tokens, discovery, probes): whole in memory, bounded in size and time, no
// redirects followed, not in the history.
import { headerValue, type HeaderPair } from '#shared/domain/http/headers.ts';
import { writePortableUrl } from '#shared/domain/oauth1/portable-url.ts';
import { splitUrl } from '#shared/domain/http/raw-url.ts';
import { AppError, CancelledError } from '#shared/errors/app-error.ts';
import { decodeBody } from './decode-body.ts';
import { describeIncompleteBody, describeNetworkFailure, describeTimeout } from './network-failure.ts';
import { TransportError, type Transport } from './transport.ts';

export interface StoreCall {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Sent as JSON. */
  readonly body: unknown;
  readonly verifiesTls: boolean;
  readonly timeoutMs: number;
  /** Puts the URL on the wire as it stands instead of in its portable form. */
  readonly isExact?: boolean;
  /** The value of the Authorization header; none is sent without it. */
  readonly authorization?: string;
}

export interface StoreAnswer {
  readonly status: number;
  readonly headers: readonly HeaderPair[];
  readonly text: string;
  /** The parsed body; undefined where it is no JSON. */
  readonly json: unknown;
}

const maxAnswerBytes = 1024 * 1024;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Calls a store; throws `AppError` for what the network does and `CancelledError` when `signal` is aborted. */
export async function callStore(transport: Transport, call: StoreCall, signal: AbortSignal): Promise<StoreAnswer> {
  const url = call.isExact === true ? call.url : writePortableUrl(call.url);
  const body = call.body === undefined ? null : Buffer.from(JSON.stringify(call.body), 'utf8');
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), call.timeoutMs);
  try {
    const response = await transport.send(
      {
        method: call.method,
        url,
        headers: [
          ['Host', splitUrl(url).authority],
          ['Accept', 'application/json'],
          ['User-Agent', 'Lodestone'],
          ...(call.authorization === undefined ? [] : [['Authorization', call.authorization] as const]),
          ...(body === null
            ? []
            : ([
                ['Content-Type', 'application/json'],
                ['Content-Length', String(body.length)],
              ] as const)),
          ['Connection', 'keep-alive'],
        ],
        body,
        verifiesTls: call.verifiesTls,
      },
      { signal: AbortSignal.any([signal, timeout.signal]) },
    );
    const parts: Uint8Array[] = [];
    let sizeBytes = 0;
    let problem: unknown = null;
    for await (const part of decodeBody(response.body, response.head.headers, ({ error }) => (problem ??= error))) {
      parts.push(part);
      sizeBytes += part.length;
      if (sizeBytes > maxAnswerBytes) break;
    }
    if (problem !== null) throw new AppError(describeIncompleteBody('The connection was cut.', { bytes: sizeBytes }));
    const text = Buffer.concat(parts).toString('utf8');
    return { status: response.head.status, headers: response.head.headers, text, json: parseJson(text) };
  } catch (error) {
    if (signal.aborted) throw new CancelledError({ cause: error });
    if (timeout.signal.aborted) throw new AppError(describeTimeout(call.timeoutMs, url));
    if (error instanceof TransportError) throw new AppError(describeNetworkFailure(error, url), { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** True for an answer that is a web page, whatever it was asked for. */
export const isHtml = (answer: StoreAnswer): boolean =>
  /html/i.test(headerValue(answer.headers, 'Content-Type') ?? '') || /^\s*<(?:!doctype|html)/i.test(answer.text);
