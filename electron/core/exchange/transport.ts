// The one file that knows axios, and it uses it bare: a stream comes back, whatever the status, with nothing followed,
// decoded or parsed. axios would resolve `..`, re-encode the path and re-case headers, so path and header lines are put
// on the wire in its `transport` hook, byte for byte. axios is loaded with the first request: starting must not pay.
import http from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import type { HeaderPair } from '#shared/domain/http/headers.ts';
import { originOf, splitUrl } from '#shared/domain/http/raw-url.ts';
import type { ResponseHead, Timings } from '#shared/domain/exchange/exchange.ts';
import { watchTimings } from './timings.ts';
import { decodeHeaderText, encodeHeaderText } from './header-text.ts';

/** What goes on the wire. `url` is absolute and ASCII; `headers` are all header lines in order, framing included. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly HeaderPair[];
  readonly body: Uint8Array | null;
  readonly verifiesTls: boolean;
}

export interface WireOptions {
  /** Aborting ends the exchange at any moment: while connecting, waiting or receiving. */
  readonly signal: AbortSignal;
  onSent?(): void;
  onUpload?(bytes: number): void;
}

export interface WireResponse {
  readonly head: ResponseHead;
  /** The body as it comes from the socket, content codings and all; an error in it means that it broke off. */
  readonly body: Readable;
  /** True when the body was not framed as announced: a broken chunk, or more bytes than told. Known once it has ended. */
  readonly hasFramingError: () => boolean;
  /** HAR phases up to now; complete once the body has ended. */
  readonly timings: () => Timings;
}

/** A request that got no answer; `cause` is Node's own error. */
export class TransportError extends Error {
  readonly timings: Timings;

  constructor(cause: unknown, timings: Timings) {
    super('No answer', { cause });
    this.name = 'TransportError';
    this.timings = timings;
  }
}

export interface Transport {
  /** Sends one request line and resolves with the head of its answer; rejects with a `TransportError`. */
  send(request: WireRequest, options: WireOptions): Promise<WireResponse>;
  /** Closes the kept connections. */
  close(): void;
}

/** Magento's Content-Security-Policy alone can exceed Node's limit of 16 kB for all headers together. */
const maxHeaderBytes = 256 * 1024;
/** Below this a body goes in one write, and progress would only be noise. */
const uploadProgressBytes = 64 * 1024;

type Agents = Readonly<Record<'http' | 'https' | 'uncheckedHttps', http.Agent>>;

const createAgents = (): Agents => {
  const options = { keepAlive: true, scheduling: 'lifo', maxFreeSockets: 8 } as const;
  return {
    http: new http.Agent(options),
    https: new https.Agent(options),
    uncheckedHttps: new https.Agent({ ...options, rejectUnauthorized: false }),
  };
};

/** Starts the request with Node's own client: the hook through which axios leaves path and headers to us. */
function openRequest(request: WireRequest, agents: Agents, onResponse: (response: http.IncomingMessage) => void) {
  const { scheme, path, query } = splitUrl(request.url);
  const isSecure = scheme.toLowerCase() === 'https';
  const { hostname, port } = new URL(originOf(request.url));
  return (isSecure ? https : http).request(
    {
      method: request.method,
      host: hostname.replace(/^\[|\]$/g, ''),
      ...(port === '' ? {} : { port: Number(port) }),
      path: encodeHeaderText(`${path.startsWith('/') ? '' : '/'}${path}${query === null ? '' : `?${query}`}`),
      headers: request.headers.flatMap(([name, value]) => [name, encodeHeaderText(value)]),
      agent: isSecure ? (request.verifiesTls ? agents.https : agents.uncheckedHttps) : agents.http,
      maxHeaderSize: maxHeaderBytes,
    },
    onResponse,
  );
}

function readHead(response: http.IncomingMessage): ResponseHead {
  const headers: HeaderPair[] = [];
  for (let index = 0; index + 1 < response.rawHeaders.length; index += 2) {
    headers.push([response.rawHeaders[index] ?? '', decodeHeaderText(response.rawHeaders[index + 1] ?? '')]);
  }
  return {
    status: response.statusCode ?? 0,
    statusText: decodeHeaderText(response.statusMessage ?? ''),
    httpVersion: response.httpVersion,
    headers,
  };
}

/** A transport with kept connections of its own. */
export function createTransport(): Transport {
  const agents = createAgents();

  async function send(request: WireRequest, options: WireOptions): Promise<WireResponse> {
    const { default: axios } = await import('axios');
    const timings = watchTimings();
    let hasFramingError = false;
    // Held apart from what axios returns: `rawHeaders` and the plain stream are Node's own.
    const answers: http.IncomingMessage[] = [];
    const transport = {
      request: (_options: unknown, onResponse: (response: http.IncomingMessage) => void): http.ClientRequest => {
        let hasAnswered = false;
        const clientRequest = openRequest(request, agents, (response) => {
          hasAnswered = true;
          answers.push(response);
          timings.watchResponse(response);
          onResponse(response);
        });
        // An error of the request behind the head of its answer comes from the parser.
        clientRequest.on('error', () => (hasFramingError = hasAnswered));
        clientRequest.once('finish', () => options.onSent?.());
        timings.watchRequest(clientRequest);
        return clientRequest;
      },
    };
    const reportsUpload = options.onUpload !== undefined && (request.body?.length ?? 0) > uploadProgressBytes;
    try {
      await axios.request<Readable>({
        adapter: 'http',
        method: request.method,
        url: originOf(request.url),
        data:
          request.body === null
            ? undefined
            : Buffer.from(request.body.buffer, request.body.byteOffset, request.body.length),
        transport,
        signal: options.signal,
        responseType: 'stream',
        decompress: false,
        maxRedirects: 0,
        proxy: false,
        // A limit would put a stream of axios's own between us and the socket.
        maxBodyLength: -1,
        maxContentLength: -1,
        transformRequest: [],
        transformResponse: [],
        validateStatus: null,
        ...(reportsUpload ? { onUploadProgress: ({ loaded }) => options.onUpload?.(loaded) } : {}),
      });
      const [body] = answers;
      if (!body) throw new Error('axios resolved without an answer');
      return { head: readHead(body), body, hasFramingError: () => hasFramingError, timings: timings.read };
    } catch (error) {
      const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
      // What the network does has a code; anything else is a mistake of ours and must not look like the network's.
      if (typeof cause !== 'object' || cause === null || !('code' in cause || 'errors' in cause)) throw cause;
      throw new TransportError(cause, timings.read());
    }
  }

  return {
    send,
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}
