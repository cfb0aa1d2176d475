// Finds out how a server verifies with as few questions as possible. A question is a request signed as one profile; whoever
// would sign it alike accepts it, everyone else refuses it. Two suspects are no profiles: a server that refuses whatever we sign (a secret
// is wrong) and one that accepts whatever it gets (it does not see the signature). So no profile is named on refusals
// alone, nor on acceptances alone.
import { describeSigned, likelyProfiles } from './likely-profiles.ts';
import type { ServerProfileId } from './server-profile-id.ts';
import { serverProfiles } from './server-profiles.ts';

/** Who may be answering. */
export type Suspect = ServerProfileId | 'refusesAll' | 'acceptsAll';

/** Everyone, before the first answer. */
export const allSuspects: readonly Suspect[] = [...likelyProfiles, 'refusesAll', 'acceptsAll'];

/** One question to a store. */
export interface ProbeRequest {
  /** From `/V1` on, exactly as it is to be sent; escapes in it must not be rewritten. */
  readonly path: string;
  /** Without `?`; empty for none. */
  readonly query: string;
  readonly signedAs: ServerProfileId;
  readonly signatureMethod: 'HMAC-SHA256' | 'HMAC-SHA1';
}

/** Where the questions go. */
export interface ProbeTerrain {
  /** Up to `/V1`, written portably: `https://shop.test/rest/default`. */
  readonly restUrl: string;
  /** Paths that something in front of the store does not let through. */
  readonly blockedPaths: readonly string[];
}

/** More questions than this are never asked. */
export const maxProbeRequests = 8;

// A route that is never anonymous, reads nothing personal and changes nothing. What follows the number tells the URL classes
// apart: escapes of unreserved and of reserved characters.
const paths = ['/V1/customerGroups/0', '/V1/customerGroups/0%7e', '/V1/customerGroups/0%3a'];
// Parameters that the route ignores: natural order against bytes, encoded names against decoded ones, a value encoded twice.
const queries = ['', 'probe%5B2%5D=1&probe%5B10%5D=1', 'probe%5B1%5D=1&probe%5B10%5D=1', 'probe=a%20b'];
const signatureMethods = ['HMAC-SHA256', 'HMAC-SHA1'] as const;

/**
 * The question whose worse answer leaves the fewest suspects. HMAC-SHA1, which only old releases take, is used where
 * HMAC-SHA256 can't part the suspects any more. Null where no question parts them.
 */
export function chooseProbeRequest(suspects: readonly Suspect[], terrain: ProbeTerrain): ProbeRequest | null {
  for (const signatureMethod of signatureMethods) {
    const best = findBestSplit(suspects, listRequests(signatureMethod, terrain), terrain);
    if (best) return best;
  }
  return null;
}

/** Those among the suspects who would have answered so. */
export function narrowSuspects(
  suspects: readonly Suspect[],
  request: ProbeRequest,
  answer: { readonly isAccepted: boolean; readonly restUrl: string },
): readonly Suspect[] {
  const foreseen = foreseeAcceptance(request, answer.restUrl);
  return suspects.filter((suspect) => foreseen(suspect) === answer.isAccepted);
}

/** The profiles among the suspects. */
export function profilesOf(suspects: readonly Suspect[]): readonly ServerProfileId[] {
  return likelyProfiles.filter((profile) => suspects.includes(profile));
}

function listRequests(
  signatureMethod: ProbeRequest['signatureMethod'],
  { blockedPaths }: ProbeTerrain,
): readonly ProbeRequest[] {
  return paths
    .filter((path) => !blockedPaths.includes(path))
    .flatMap((path) => queries.map((query) => ({ path, query })))
    .flatMap((target) => likelyProfiles.map((signedAs) => ({ ...target, signedAs, signatureMethod })));
}

function findBestSplit(
  suspects: readonly Suspect[],
  requests: readonly ProbeRequest[],
  { restUrl }: ProbeTerrain,
): ProbeRequest | null {
  let best: ProbeRequest | null = null;
  let fewestLeft = suspects.length;
  for (const request of requests) {
    const accepting = suspects.filter(foreseeAcceptance(request, restUrl)).length;
    const left = Math.max(accepting, suspects.length - accepting);
    if (left < fewestLeft) {
      best = request;
      fewestLeft = left;
    }
  }
  return best;
}

/** Whether a suspect would accept this request. */
function foreseeAcceptance(request: ProbeRequest, restUrl: string): (suspect: Suspect) => boolean {
  const { path, query, signedAs, signatureMethod } = request;
  const url = `${restUrl}${path}${query === '' ? '' : `?${query}`}`;
  const describe = (profile: ServerProfileId) =>
    describeSigned({ method: 'GET', url, headers: [], body: null }, profile);
  const sent = describe(signedAs);
  return (suspect) => {
    if (suspect === 'refusesAll') return false;
    if (suspect === 'acceptsAll') return true;
    return serverProfiles[suspect].signatureMethods.includes(signatureMethod) && describe(suspect) === sent;
  };
}
