import type { ProbeResult } from './probe-result.ts';

/** What a probe found, in a sentence or two. */
export function describeProbeResult({ decided, profiles, requests }: ProbeResult): string {
  const asked = requests === 1 ? '1 request' : `${requests} requests`;
  if (decided !== null) return `This store verifies as ${decided} (${asked}).`;
  return (
    `Undecided between ${profiles.join(' and ')} (${asked}): something in front of the store hides the difference. ` +
    'Requests are written portably, so that most of them are signed alike under all of these.'
  );
}
