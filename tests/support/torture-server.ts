// A server that does whatever a server should not. It reads raw sockets for the request as it was written and writes raw
// bytes back, so nothing on its side repairs what a client sends or what an answer says.
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { createSelfSignedCertificate } from './torture-certificate.ts';

/** A request exactly as it stood on the wire. */
export interface RawRequest {
  readonly method: string;
  readonly target: string;
  /** The lines between request line and blank line, as Latin-1. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** Writes the answer to one request; what it does not end stays open. */
export type Behaviour = (socket: Socket, request: RawRequest, server: TortureServer) => void;

export interface TortureServer {
  readonly url: string;
  readonly port: number;
  /** Everything that was asked, in order. */
  readonly requests: readonly RawRequest[];
  /** How many connections were opened. */
  connectionCount(): number;
  /** How many are open now. */
  openConnections(): number;
  /** Adds or replaces what a path does; the query does not matter. */
  on(path: string, behaviour: Behaviour): void;
  close(): Promise<void>;
}

export interface TortureOptions {
  readonly isSecure?: boolean;
}

/** A whole answer with a right Content-Length. */
export function writeAnswer(
  socket: Socket,
  answer: {
    readonly status?: string;
    readonly headers?: readonly (readonly [string, string])[];
    readonly body?: string | Buffer;
  },
): void {
  const { status = '200 OK', headers = [['Content-Type', 'application/json']], body = '' } = answer;
  const bytes = Buffer.from(body);
  const lines = [...headers, ['Content-Length', String(bytes.length)]].map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`, 'latin1'), bytes]));
}

const json = (body: unknown): string => JSON.stringify(body);
const sample = Buffer.from(json({ items: Array.from({ length: 2_000 }, (_, index) => ({ sku: `sku-${index}` })) }));

const coded =
  (coding: string, compress: (bytes: Buffer) => Buffer, damage = (bytes: Buffer): Buffer => bytes): Behaviour =>
  (socket) =>
    writeAnswer(socket, {
      headers: [
        ['Content-Type', 'application/json'],
        ['Content-Encoding', coding],
      ],
      body: damage(compress(sample)),
    });

const redirect =
  (status: string, location: (server: TortureServer) => string): Behaviour =>
  (socket, _request, server) =>
    writeAnswer(socket, { status, headers: [['Location', location(server)]], body: 'elsewhere' });

/** Sends `?bytes=N` bytes as fast as the reader takes them. */
const big: Behaviour = (socket, request) => {
  const totalBytes = Number(new URLSearchParams(request.target.split('?')[1]).get('bytes'));
  socket.write(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${totalBytes}\r\n\r\n`);
  const part = Buffer.alloc(64 * 1024, 'abcdefghij');
  let leftBytes = totalBytes;
  const pump = (): void => {
    while (leftBytes > 0 && !socket.destroyed) {
      const size = Math.min(leftBytes, part.length);
      leftBytes -= size;
      if (!socket.write(part.subarray(0, size))) {
        socket.once('drain', pump);
        return;
      }
    }
  };
  pump();
};

const endlessHeaders: Behaviour = (socket) => {
  socket.write('HTTP/1.1 200 OK\r\n');
  const line = `X-Filler: ${'x'.repeat(1000)}\r\n`.repeat(16);
  const pump = (): void => {
    while (!socket.destroyed && socket.write(line));
    if (!socket.destroyed) socket.once('drain', pump);
  };
  pump();
};

const behaviours: Readonly<Record<string, Behaviour>> = {
  '/echo': (socket, { method, target, headers, body }) =>
    writeAnswer(socket, { body: json({ method, target, headers, body: body.toString('utf8') }) }),
  '/json': (socket) => writeAnswer(socket, { body: '{"ok":true}' }),
  '/html': (socket) =>
    writeAnswer(socket, {
      headers: [['Content-Type', 'text/html; charset=UTF-8']],
      body: '<!doctype html><title>Maintenance</title>',
    }),
  '/rest/V1/html': (socket) =>
    writeAnswer(socket, {
      headers: [['Content-Type', 'text/html']],
      body: '<!doctype html><title>Maintenance</title>',
    }),
  '/rest/V1/empty': (socket) => writeAnswer(socket, {}),
  '/never': () => undefined,
  '/drop': (socket) => socket.destroy(),
  '/drop-head': (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Ty'),
  '/drop-body': (socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n'),
  '/stall-body': (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello'),
  '/length-too-long': (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello'),
  '/length-too-short': (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more'),
  '/no-length': (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nuntil the end'),
  '/broken-chunk': (socket) =>
    socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\nworld\r\n0\r\n\r\n'),
  '/invalid': (socket) => socket.end('220 mail.example ESMTP\r\n'),
  '/endless-headers': endlessHeaders,
  '/gzip': coded('gzip', gzipSync),
  '/br': coded('br', brotliCompressSync),
  '/deflate': coded('deflate', deflateSync),
  '/deflate-raw': coded('deflate', deflateRawSync),
  '/gzip-then-br': coded('gzip, br', (bytes) => brotliCompressSync(gzipSync(bytes))),
  '/unknown-coding': coded('rot13', (bytes) => bytes),
  '/gzip-cut': coded('gzip', gzipSync, (bytes) => bytes.subarray(0, bytes.length - 200)),
  '/gzip-garbage': coded('gzip', () => Buffer.from('this is no gzip')),
  '/latin1': (socket) =>
    socket.write(
      Buffer.from('HTTP/1.1 200 Tr\u00e8s bien\r\nX-Name: caf\u00e9\r\nContent-Length: 0\r\n\r\n', 'latin1'),
    ),
  '/loop': redirect('302 Found', () => '/loop'),
  '/ring': redirect('302 Found', () => '/ring2'),
  '/ring2': redirect('302 Found', () => '/ring'),
  '/endless-redirects': (socket, { target }) =>
    writeAnswer(socket, {
      status: '302 Found',
      headers: [['Location', `/endless-redirects?n=${Number(target.split('n=')[1] ?? 0) + 1}`]],
    }),
  '/see-other': redirect('303 See Other', () => '/echo'),
  '/moved': redirect('301 Moved Permanently', () => '/echo'),
  '/temporary': redirect('307 Temporary Redirect', () => 'echo?again=1'),
  '/no-location': (socket) => writeAnswer(socket, { status: '302 Found', body: '{}' }),
  '/big': big,
};

/** Reads requests off a connection one after the other; knows Content-Length and chunked bodies. */
function readRequests(socket: Socket, onRequest: (request: RawRequest) => void): void {
  let held: Buffer = Buffer.alloc(0);
  const takeOne = (): RawRequest | null => {
    const headEnd = held.indexOf('\r\n\r\n');
    if (headEnd < 0) return null;
    const [requestLine = '', ...lines] = held.subarray(0, headEnd).toString('latin1').split('\r\n');
    const headers = lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
    });
    const length = Number(headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? 0);
    if (held.length < headEnd + 4 + length) return null;
    const body = Buffer.from(held.subarray(headEnd + 4, headEnd + 4 + length));
    held = held.subarray(headEnd + 4 + length);
    const [method = '', target = ''] = requestLine.split(' ');
    return { method, target, headers, body };
  };
  socket.on('data', (part: Buffer) => {
    held = Buffer.concat([held, part]);
    for (let request = takeOne(); request; request = takeOne()) onRequest(request);
  });
}

/** Starts a server on a free port of 127.0.0.1, with a certificate that nobody trusts where it is secure. */
export async function startTortureServer({ isSecure = false }: TortureOptions = {}): Promise<TortureServer> {
  const table = new Map(Object.entries(behaviours));
  const requests: RawRequest[] = [];
  const sockets = new Set<Socket>();
  let connectionCount = 0;

  const accept = (socket: Socket): void => {
    connectionCount += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A client that goes away while it is written to is what half of these tests are about.
    socket.on('error', () => socket.destroy());
    readRequests(socket, (request) => {
      requests.push(request);
      const behaviour = table.get(request.target.split('?')[0] ?? '');
      if (behaviour) behaviour(socket, request, server);
      else writeAnswer(socket, { status: '404 Not Found', body: '{"error":"nothing here"}' });
    });
  };
  const listener: Server = isSecure
    ? createTlsServer(await createSelfSignedCertificate(), accept)
    : createTcpServer(accept);
  // A refused handshake is the client's business.
  listener.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;

  const server: TortureServer = {
    url: `${isSecure ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    requests,
    connectionCount: () => connectionCount,
    openConnections: () => sockets.size,
    on: (path, behaviour) => void table.set(path, behaviour),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => listener.close(() => resolve()));
    },
  };
  return server;
}
