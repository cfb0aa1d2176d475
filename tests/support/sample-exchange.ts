import type { Exchange } from '#shared/domain/exchange/exchange.ts';

/** A finished exchange with everything in it; the given fields replace its own. */
export function sampleExchange(id: string, changes: Partial<Exchange> = {}): Exchange {
  const url = 'http://127.0.0.1:1/rest/default/V1/products/24-MB01';
  return {
    id,
    startedAt: '2026-11-23T21:46:07.120Z',
    durationMs: 12.5,
    requestName: 'One product',
    environment: { id: 'sandbox', name: 'Sandbox' },
    identity: { id: 'sandbox-admin', name: 'Admin', kind: 'admin' },
    request: {
      method: 'GET',
      url: '/V1/products/24-MB01',
      parameters: [],
      headers: [],
      body: { kind: 'none' },
      sendAs: null,
      isExact: false,
      timeoutMs: 30_000,
      notes: '',
    },
    attempts: [
      {
        profile: null,
        signature: null,
        hops: [
          {
            request: {
              method: 'GET',
              url,
              headers: [
                ['Host', '127.0.0.1:1'],
                ['Authorization', 'Bearer ••••••••'],
              ],
              bodyText: null,
              bodySizeBytes: 0,
            },
            response: {
              status: 200,
              statusText: 'OK',
              httpVersion: '1.1',
              headers: [['Content-Type', 'application/json; charset=utf-8']],
            },
            timings: {
              blockedMs: 0.1,
              dnsMs: null,
              connectMs: null,
              tlsMs: null,
              sendMs: 0.2,
              waitMs: 11,
              receiveMs: 1,
              totalMs: 12.3,
              isConnectionReused: true,
            },
          },
        ],
      },
    ],
    outcome: { kind: 'response', status: 200, statusText: 'OK' },
    body: { wireSizeBytes: 14, sizeBytes: 14, contentType: 'application/json', isComplete: true, isMasked: false },
    explanation: null,
    suggestedProfile: null,
    ...changes,
  };
}

/** The same exchange before its answer: what the pipeline records first. */
export function pendingExchange(id: string, changes: Partial<Exchange> = {}): Exchange {
  return sampleExchange(id, {
    durationMs: null,
    attempts: [],
    outcome: { kind: 'pending' },
    body: null,
    ...changes,
  });
}
