// Sends a request byte for byte as written, which no HTTP client does: raw targets, any Host, headers more than once.
import { connect } from 'node:net';

export interface RawRequest {
  readonly method: string;
  /** Path and query exactly as they go over the wire. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string | null;
}

export interface RawResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

const framing = ['connection', 'content-length', 'transfer-encoding'];

function formatRequest({ method, target, headers, body }: RawRequest): Buffer {
  const payload = Buffer.from(body ?? '', 'utf8');
  const lines = headers
    .filter(([name]) => !framing.includes(name.toLowerCase()))
    .map(([name, value]) => `${name}: ${value}`);
  const head = [`${method} ${target} HTTP/1.1`, ...lines, `Content-Length: ${payload.length}`, 'Connection: close'];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'utf8'), payload]);
}

function parseResponse(bytes: Buffer): RawResponse {
  const end = bytes.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
  });
  return { status: Number(statusLine.split(' ')[1]), headers, body: bytes.subarray(end + 4).toString('utf8') };
}

/** Sends one request to a server on 127.0.0.1 that closes the connection after its answer. */
export function sendRaw(port: number, request: RawRequest): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(formatRequest(request)));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('end', () => {
      socket.end();
      resolve(parseResponse(Buffer.concat(chunks)));
    });
  });
}

/** What follows the authority of an absolute URL, exactly as written. */
export function readTarget(url: string): string {
  return url.replace(/^https?:\/\/[^/?#]*/, '') || '/';
}
