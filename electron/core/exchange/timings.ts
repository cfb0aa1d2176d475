// Timings come from socket events, not from around the call: only so can a waterfall tell a slow lookup from a slow
// store. The phases do not overlap (TLS is not contained in connect, unlike in HAR 1.2).
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Timings } from '#shared/domain/exchange/exchange.ts';

type Mark = 'socket' | 'lookup' | 'connect' | 'secure' | 'sent' | 'response' | 'end';

/** Watches one request and answers its phases at any time, in milliseconds. */
export interface TimingsWatch {
  watchRequest(request: ClientRequest): void;
  watchResponse(response: IncomingMessage): void;
  readonly read: () => Timings;
}

export function watchTimings(): TimingsWatch {
  const start = performance.now();
  const marks: Partial<Record<Mark, number>> = {};
  let isConnectionReused = false;
  const mark = (name: Mark): void => {
    marks[name] ??= performance.now();
  };

  const watchSocket = (socket: Socket): void => {
    mark('socket');
    if (isConnectionReused) return;
    socket.once('lookup', () => mark('lookup'));
    socket.once('connect', () => mark('connect'));
    socket.once('secureConnect', () => mark('secure'));
  };
  const between = (from: number | undefined, to: number | undefined): number | null =>
    from === undefined || to === undefined ? null : Math.max(0, to - from);

  return {
    watchRequest(request) {
      request.once('socket', (socket) => {
        isConnectionReused = request.reusedSocket;
        watchSocket(socket);
      });
      request.once('finish', () => mark('sent'));
    },
    watchResponse(response) {
      mark('response');
      // An early answer can overtake the end of the upload.
      mark('sent');
      response.once('end', () => mark('end'));
      response.once('close', () => mark('end'));
    },
    read() {
      const { socket, lookup, connect, secure, sent, response, end } = marks;
      return {
        blockedMs: between(start, socket),
        dnsMs: between(socket, lookup),
        connectMs: between(lookup ?? socket, connect),
        tlsMs: between(connect, secure),
        sendMs: between(secure ?? connect ?? socket, sent),
        waitMs: between(sent, response),
        receiveMs: between(response, end),
        totalMs: (end ?? performance.now()) - start,
        isConnectionReused,
      };
    },
  };
}
