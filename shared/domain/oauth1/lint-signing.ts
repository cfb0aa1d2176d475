// What is worth knowing before a signed request is sent. Nothing is computed anew: these are the remarks that signing makes
// anyway, with the place of the parameter that each is about.
import { prepareSignature } from './prepare-signature.ts';
import { writePortableUrl } from './portable-url.ts';
import type { SigningInput } from './signing-input.ts';
import type { Refusal, SigningRemark } from './signing-remark.ts';

/** How the request will be sent, and when. */
export interface LintOptions {
  /** True where the URL is sent as typed; otherwise it is written portably first, which takes care of most. */
  readonly isExact: boolean;
  /** The time of the store, in seconds, where it is known; by it a timestamp can be too far ahead. */
  readonly nowSeconds?: number;
}

/** Magento refuses timestamps further ahead than this (Magento\Integration\Model\Oauth\Nonce\Generator). */
const toleratedSeconds = 600;

/**
 * Lists what the server of a profile will ignore, read otherwise, put in another order, refuse, or answer with 500.
 * `pairIndex` counts the pairs of `input.url` as typed. Empty where the request can't be signed at all: then the signer
 * says why.
 */
export function lintSigning(input: SigningInput, { isExact, nowSeconds }: LintOptions): readonly SigningRemark[] {
  const prepared = prepareSignature(isExact ? input : { ...input, url: writePortableUrl(input.url) });
  if (!prepared.ok) return [];
  const { deviations, refusals } = prepared.value;
  const remarks = [...refusals, ...lintClock(input, nowSeconds), ...deviations];
  return isExact ? remarks : remarks.map((remark) => ({ ...remark, pairIndex: toTyped(remark.pairIndex, input.url) }));
}

/** Portable writing drops empty pairs and changes nothing else of their number and order. */
function toTyped(pairIndex: number | null, url: string): number | null {
  if (pairIndex === null) return null;
  const query = /\?([^#]*)/.exec(url)?.[1] ?? '';
  const filled = query.split('&').flatMap((pair, index) => (pair === '' ? [] : [index]));
  return filled[pairIndex] ?? null;
}

function lintClock({ profile, timestamp }: SigningInput, nowSeconds: number | undefined): Refusal[] {
  const aheadSeconds = Number(timestamp) - (nowSeconds ?? Number.NaN);
  if (profile === 'rfc5849' || !(aheadSeconds > toleratedSeconds)) return [];
  return [
    {
      effect: 'refused',
      rule: 'clock-ahead',
      text: 'oauth_timestamp',
      remark: `The timestamp is ${Math.round(aheadSeconds)} s ahead of the store, and Magento takes at most 600 s.`,
      pairIndex: null,
    },
  ];
}
