// The only file that knows hono. It receives requests and sends replies; what they mean is decided elsewhere, from the
// raw request target and the raw headers, because hono's own URL is normalised already.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { findHeader, type HeaderLine, type Reply, type SandboxRequest, splitTarget } from './message.ts';

/** What Node calls for each request. */
export type NodeListener = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

function readHeaders({ rawHeaders }: IncomingMessage): HeaderLine[] {
  return Array.from({ length: rawHeaders.length / 2 }, (_, index): HeaderLine => [
    rawHeaders[index * 2] ?? '',
    rawHeaders[index * 2 + 1] ?? '',
  ]);
}

/** The body of a request. Events instead of an async loop, which costs more than all the rest of a small request. */
function readBody(incoming: IncomingMessage): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    incoming.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    incoming.on('end', () => resolve(Buffer.concat(chunks)));
    incoming.on('error', reject);
    incoming.on('close', () => reject(new Error('The client went away.')));
  });
}

async function readRequest(incoming: IncomingMessage): Promise<SandboxRequest> {
  const body = await readBody(incoming);
  const headers = readHeaders(incoming);
  const target = incoming.url ?? '/';
  const isEncrypted = 'encrypted' in incoming.socket;
  return {
    method: incoming.method ?? 'GET',
    target,
    ...splitTarget(target),
    headers,
    body,
    isSecure: isEncrypted || findHeader(headers, 'x-forwarded-proto')?.toLowerCase() === 'https',
  };
}

/** Headers are written as they are spelled; hono's Response would put them in lower case. */
function sendReply(reply: Reply, outgoing: ServerResponse): void {
  const headers = [...reply.headers, ['Content-Length', String(Buffer.byteLength(reply.body))] as const];
  outgoing.writeHead(reply.status, headers.flat());
  // As a text, which Node sends together with the head.
  outgoing.end(reply.body);
}

/** A listener for `http` and `https` servers that answers every request with `answer`. */
export function createListener(answer: (request: SandboxRequest) => Reply): NodeListener {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.all('*', async (context) => {
    // Null where the client went away while it sent its body: there is nobody to answer.
    const request = await readRequest(context.env.incoming).catch(() => null);
    if (request) sendReply(answer(request), context.env.outgoing);
    return RESPONSE_ALREADY_SENT;
  });
  const listener = getRequestListener((request, bindings) => app.fetch(request, bindings), {
    // By default the adapter would replace the process's own Request and Response.
    overrideGlobalObjects: false,
  });
  return (incoming, outgoing) => {
    void listener(incoming, outgoing);
  };
}
