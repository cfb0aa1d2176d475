// Signatures, as a ratio to the HMAC of the same base string and to the package that signs. The package is given a URL that
// it signs rightly, and no nonce to make, so that both do the same work; rounds alternate, for the machine is shared.
import { createHmac } from 'node:crypto';
import OAuth from 'oauth-1.0a';
import { nodeSigner } from '#electron/core/auth/node-signer.ts';
import { type ServerProfileId, serverProfileIds } from '#shared/domain/oauth1/server-profile-id.ts';
import { signRequest } from '#shared/domain/oauth1/sign-request.ts';
import type { SigningInput } from '#shared/domain/oauth1/signing-input.ts';
import { median } from './median.ts';

const roundCount = 15;
const signaturesPerRound = 500;

const secrets = { consumerSecret: 's'.repeat(32), tokenSecret: 'u'.repeat(32) };
const protocol = {
  oauth_consumer_key: 'k'.repeat(32),
  oauth_nonce: 'n'.repeat(32),
  oauth_signature_method: 'HMAC-SHA256',
  oauth_timestamp: 1795463959,
  oauth_version: '1.0',
  oauth_token: 't'.repeat(32),
};

function inputOf(profile: ServerProfileId, url: string): SigningInput {
  return {
    profile,
    method: 'GET',
    url,
    headers: [],
    body: null,
    consumerKey: protocol.oauth_consumer_key,
    token: protocol.oauth_token,
    nonce: protocol.oauth_nonce,
    timestamp: String(protocol.oauth_timestamp),
    signatureMethod: protocol.oauth_signature_method,
    version: '1.0',
    ...secrets,
  };
}

const base = 'https://shop.test/rest/default/V1/products?';
const plainUrl = base + Array.from({ length: 10 }, (_, index) => `field${index}=value%20${index}`).join('&');
const searchUrl = (count: number): string =>
  base +
  Array.from({ length: count }, (_, index) => {
    const [group, part] = [Math.floor(index / 3), ['field', 'value', 'condition_type'][index % 3]];
    return `searchCriteria%5Bfilter_groups%5D%5B${group}%5D%5Bfilters%5D%5B0%5D%5B${part}%5D=value${index}`;
  }).join('&');

function sign(profile: ServerProfileId, url: string): string {
  const signed = signRequest(inputOf(profile, url), nodeSigner);
  if (!signed.ok) throw new Error(signed.error.message);
  return signed.value.authorizationHeader;
}

function signWithPackageAlone(url: string): string {
  const oauth = new OAuth({
    consumer: { key: protocol.oauth_consumer_key, secret: secrets.consumerSecret },
    signature_method: protocol.oauth_signature_method,
    hash_function: (text, key) => createHmac('sha256', key).update(text).digest('base64'),
  });
  const signature = oauth.getSignature({ method: 'GET', url }, secrets.tokenSecret, protocol);
  return oauth.toHeader({ ...protocol, oauth_signature: signature }).Authorization;
}

/** Signatures per second of ten query parameters, their ratios, and how sixty parameters compare with n log n. */
export function benchSigning(): Record<string, number> {
  const ours = signRequest(inputOf('rfc5849', plainUrl), nodeSigner);
  if (!ours.ok || ours.value.authorizationHeader !== signWithPackageAlone(plainUrl)) {
    throw new Error('The package and the signer disagree, so their times can’t be compared.');
  }
  const { baseString } = ours.value;
  const key = `${secrets.consumerSecret}&${secrets.tokenSecret}`;
  const profiles = serverProfileIds.map((id) => [id, () => sign(id, plainUrl)] as const);
  const microseconds = measure({
    hmac: () => createHmac('sha256', key).update(baseString).digest('base64'),
    package: () => signWithPackageAlone(plainUrl),
    search10: () => sign('magento-2.4.4', searchUrl10),
    search60: () => sign('magento-2.4.4', searchUrl60),
    ...Object.fromEntries(profiles),
  });
  const time = (name: string): number => microseconds[name] ?? Number.NaN;
  return {
    signaturesPerSecond: 1e6 / time('magento-2.4.4'),
    packagePerSecond: 1e6 / time('package'),
    bareHmacPerSecond: 1e6 / time('hmac'),
    ...Object.fromEntries(serverProfileIds.map((id) => [`${id} / package`, time(id) / time('package')])),
    'rfc5849 / bare HMAC': time('rfc5849') / time('hmac'),
    'magento-2.4.4 / bare HMAC': time('magento-2.4.4') / time('hmac'),
    'search of 60 / of 10': time('search60') / time('search10'),
    'n log n would be': growth(60 + protocolCount) / growth(10 + protocolCount),
  };
}

const searchUrl10 = searchUrl(10);
const searchUrl60 = searchUrl(60);
const protocolCount = Object.keys(protocol).length;
const growth = (count: number): number => count * Math.log2(count);

function measure(tasks: Readonly<Record<string, () => unknown>>): Record<string, number> {
  const rounds = new Map<string, number[]>(Object.keys(tasks).map((name) => [name, []]));
  for (let round = 0; round < roundCount; round += 1) {
    for (const [name, task] of Object.entries(tasks)) {
      const startedAt = performance.now();
      for (let count = 0; count < signaturesPerRound; count += 1) task();
      rounds.get(name)?.push(((performance.now() - startedAt) * 1000) / signaturesPerRound);
    }
  }
  return Object.fromEntries([...rounds].map(([name, times]) => [name, median(times)]));
}
