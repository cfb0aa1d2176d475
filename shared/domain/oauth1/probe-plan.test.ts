import { describe, expect, it } from 'vitest';
import {
  allSuspects,
  chooseProbeRequest,
  maxProbeRequests,
  narrowSuspects,
  profilesOf,
  type ProbeRequest,
  type Suspect,
} from './probe-plan.ts';
import { describeSigned } from './likely-profiles.ts';
import { serverProfiles } from './server-profiles.ts';

const restUrl = 'https://shop.test/rest/default';

const accepts = (suspect: Suspect, { path, query, signedAs, signatureMethod }: ProbeRequest): boolean => {
  if (suspect === 'acceptsAll' || suspect === 'refusesAll') return suspect === 'acceptsAll';
  const shape = { method: 'GET', url: `${restUrl}${path}?${query}`, headers: [], body: null };
  const isMethodKnown = serverProfiles[suspect].signatureMethods.includes(signatureMethod);
  return isMethodKnown && describeSigned(shape, suspect) === describeSigned(shape, signedAs);
};

/** Plays the whole probe against a server of our making. */
function probe(server: Suspect, blockedPaths: readonly string[] = []) {
  let suspects: readonly Suspect[] = allSuspects;
  const requests: ProbeRequest[] = [];
  for (;;) {
    const request = suspects.length > 1 ? chooseProbeRequest(suspects, { restUrl, blockedPaths }) : null;
    if (!request) return { suspects, requests };
    requests.push(request);
    suspects = narrowSuspects(suspects, request, { isAccepted: accepts(server, request), restUrl });
  }
}

describe('a probe', () => {
  it.each<readonly [Suspect, number]>([
    ['magento-2.4.3', 4],
    ['magento-2.4.4', 4],
    ['magento-2.4.6', 3],
    ['magento-dev-2024', 3],
    ['magento-dev-2025', 3],
    ['magento-next', 4],
    ['rfc5849', 4],
    ['refusesAll', 3],
    ['acceptsAll', 3],
  ])('finds %s with at most %i requests', (server, most) => {
    const { suspects, requests } = probe(server);
    expect(suspects).toEqual([server]);
    expect(requests.length).toBeLessThanOrEqual(most);
  });

  it('tries HMAC-SHA1 last, and only where two profiles differ by nothing else', () => {
    const methods = new Map(
      allSuspects.map((server) => [server, probe(server).requests.map(({ signatureMethod }) => signatureMethod)]),
    );
    const old = [...methods].filter(([, used]) => used.includes('HMAC-SHA1'));
    expect(old.map(([server]) => server)).toEqual(['magento-2.4.4', 'magento-2.4.3']);
    for (const [, used] of old) expect(used.indexOf('HMAC-SHA1')).toBe(used.length - 1);
  });

  it('has no use for the same question twice', () => {
    for (const server of allSuspects) {
      const { requests } = probe(server);
      expect(new Set(requests.map((request) => JSON.stringify(request))).size).toBe(requests.length);
      expect(requests.length).toBeLessThan(maxProbeRequests);
    }
  });

  it('leaves undecided what only a blocked path could tell', () => {
    const blocked = ['/V1/customerGroups/0%7e', '/V1/customerGroups/0%3a'];
    expect(profilesOf(probe('magento-2.4.6', blocked).suspects)).toEqual([
      'magento-2.4.6',
      'magento-2.4.4',
      'magento-dev-2025',
    ]);
    expect(profilesOf(probe('magento-next', blocked).suspects)).toEqual(['magento-next']);
  });
});
