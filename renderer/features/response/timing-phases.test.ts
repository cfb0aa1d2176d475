import { expect, test } from 'vitest';
import { timingPhases } from './timing-phases.ts';

test('phases follow each other, and TLS is taken out of connect', () => {
  const phases = timingPhases({
    blockedMs: 1,
    dnsMs: null,
    connectMs: 30,
    tlsMs: 20,
    sendMs: 1,
    waitMs: 40,
    receiveMs: 5,
    totalMs: 77,
    isConnectionReused: false,
  });
  expect(phases.map(({ label, startMs, durationMs }) => [label, startMs, durationMs])).toEqual([
    ['Blocked', 0, 1],
    ['Connect', 1, 10],
    ['TLS', 11, 20],
    ['Send', 31, 1],
    ['Wait', 32, 40],
    ['Receive', 72, 5],
  ]);
});
