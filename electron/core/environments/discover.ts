import type { Discovery } from '#shared/domain/environment/environment.ts';
import { originOf } from '#shared/domain/http/raw-url.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Transport } from '#electron/core/exchange/transport.ts';
import { readStoreAddress, type StoreAddress } from './store-address.ts';
import { gatherEvidence, type StoreEvidence } from './store-evidence.ts';

export interface DiscoveryOptions {
  /** Told what is being asked, one sentence a step. */
  readonly observe: (event: { readonly step: string }) => void;
  readonly signal: AbortSignal;
}

/**
 * Finds out from any URL of a store where its web API lives, which stores it has and what it is, without a credential and
 * with at most 24 calls. Throws `AppError`: `request.url` (no URL), `environment.notMagento`, `network.*`; `CancelledError`
 * where `signal` is aborted.
 */
export async function discoverStore(
  url: string,
  transport: Transport,
  { observe, signal }: DiscoveryOptions,
): Promise<Discovery> {
  const address = readStoreAddress(url);
  if (!address) {
    throw new AppError({
      code: 'request.url',
      message: 'This is not a URL of a store.',
      cause: 'A URL looks like https://shop.example.com/; only http and https lead to a store.',
      nextStep: 'Copy the address from the browser while the store or its admin panel is open.',
    });
  }
  const queue = [...address.candidates];
  const tried = new Set<string>();
  let hasMoved = false;
  const statuses: number[] = [];
  for (let base = queue.shift(); base !== undefined; base = queue.shift()) {
    if (tried.has(base)) continue;
    tried.add(base);
    observe({ step: `Asking ${base}` });
    const evidence = await gatherEvidence(base, transport, signal);
    if (evidence.isMagento) return describeStore(base, evidence, address);
    statuses.push(...evidence.statuses);
    // One move may lead to another host; following more would be a walk through strangers.
    if (evidence.movedTo !== null && !hasMoved) {
      hasMoved = true;
      observe({ step: `${base} redirects to ${evidence.movedTo}` });
      queue.unshift(evidence.movedTo);
    }
  }
  throw refuse(address, statuses);
}

function refuse({ hostname, candidates }: StoreAddress, statuses: readonly number[]): AppError {
  const isDown = statuses.length > 0 && statuses.every((status) => status === 503);
  const isGuarded = statuses.length > 0 && statuses.every((status) => status === 401 || status === 403);
  return new AppError({
    code: 'environment.notMagento',
    message: `No Magento was found at ${hostname}.`,
    cause: isDown
      ? 'The host answers 503 to everything: it is in maintenance, or its PHP is down.'
      : isGuarded
        ? 'The host refuses guests before Magento is asked, with HTTP Basic or a firewall in front of it.'
        : 'The host runs something else, or its web server does not pass /graphql, /rest and /magento_version on to Magento.',
    nextStep: 'Check the address, or enter the environment by hand if you know that it is a Magento.',
    facts: { tried: candidates.join(', ') },
  });
}

const trimSlashes = (url: string): string => url.replace(/\/+$/, '');

/** The store's own word on its base URL counts, unless it names a host that we did not reach it by (a proxy's inside). */
function chooseBaseUrl(
  found: string,
  { facts }: StoreEvidence,
): { readonly baseUrl: string; readonly remark: string | null } {
  const told = [facts?.secureBaseUrl, facts?.baseUrl]
    .filter((url) => url !== undefined && url !== '')
    .map((url) => trimSlashes(url ?? ''));
  const [first] = told;
  if (first === undefined) return { baseUrl: found, remark: null };
  const own = told.find((url) => originOf(url) === originOf(found));
  if (own !== undefined) return { baseUrl: own, remark: null };
  return { baseUrl: found, remark: `The store calls itself ${first}, but was reached at ${found}.` };
}

function describeStore(found: string, evidence: StoreEvidence, address: StoreAddress): Discovery {
  const { baseUrl, remark } = chooseBaseUrl(found, evidence);
  const storeCodes = evidence.facts?.storeCodes ?? [];
  const isKnownCode = storeCodes.includes(address.storeCode) || address.storeCode === 'all';
  const remarks = [
    remark,
    evidence.facts
      ? null
      : 'GraphQL did not tell the store codes; enter the one to use by hand if it is not the default.',
    evidence.release === '' ? 'The store does not tell its release, so choose the server profile by hand.' : null,
    address.storeCode !== '' && evidence.facts && !isKnownCode
      ? `The store has no store code “${address.storeCode}”.`
      : null,
  ];
  const { hostname, pathname } = new URL(baseUrl);
  return {
    baseUrl,
    storeCode: isKnownCode || !evidence.facts ? address.storeCode : evidence.facts.storeCode,
    storeCodes,
    release: evidence.release,
    suggestedName: `${hostname.replace(/^www\./, '')}${pathname === '/' ? '' : pathname}`,
    remarks: remarks.filter((text) => text !== null),
  };
}
