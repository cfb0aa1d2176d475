import type { Timings } from '#shared/domain/exchange/exchange.ts';

export type PhaseKey = Exclude<keyof Timings, 'totalMs' | 'isConnectionReused'>;

/** One bar of the waterfall. */
export interface Phase {
  readonly key: PhaseKey;
  readonly label: string;
  readonly meaning: string;
  readonly startMs: number;
  readonly durationMs: number;
}

const phases: readonly (readonly [key: PhaseKey, label: string, meaning: string])[] = [
  ['blockedMs', 'Blocked', 'Waiting for a free connection'],
  ['dnsMs', 'DNS', 'Looking up the host name'],
  ['connectMs', 'Connect', 'Opening the TCP connection'],
  ['tlsMs', 'TLS', 'Agreeing on encryption and checking the certificate'],
  ['sendMs', 'Send', 'Writing the request'],
  ['waitMs', 'Wait', 'Until the first byte of the answer: Magento’s own work'],
  ['receiveMs', 'Receive', 'Reading the answer'],
];

/** The phases that took place, each beginning where the one before ended. HAR counts TLS inside connect. */
export function timingPhases(timings: Timings): Phase[] {
  let startMs = 0;
  const shown: Phase[] = [];
  for (const [key, label, meaning] of phases) {
    const whole = timings[key];
    if (whole === null) continue;
    const durationMs = key === 'connectMs' ? Math.max(0, whole - (timings.tlsMs ?? 0)) : whole;
    shown.push({ key, label, meaning, startMs, durationMs });
    startMs += durationMs;
  }
  return shown;
}
