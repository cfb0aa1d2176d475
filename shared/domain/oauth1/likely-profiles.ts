// Which server profile to try after another one, where nothing but a refusal is known of a store.
import { joinParameters } from './parameters.ts';
import { prepareSignature } from './prepare-signature.ts';
import type { ServerProfileId } from './server-profile-id.ts';
import type { SigningInput } from './signing-input.ts';

/** The profiles by how many stores are likely to run them: supported releases first, the standard last. */
export const likelyProfiles: readonly ServerProfileId[] = [
  'magento-2.4.6',
  'magento-2.4.4',
  'magento-2.4.3',
  'magento-next',
  'magento-dev-2025',
  'magento-dev-2024',
  'rfc5849',
];

/** The part of a request that decides whether two profiles sign it alike. */
export type SignedShape = Pick<SigningInput, 'method' | 'url' | 'headers' | 'body'>;

/**
 * What a profile signs of a request, apart from keys, nonce and time: two profiles whose texts are equal make equal
 * signatures of it. Null where the request can't be signed.
 */
export function describeSigned(shape: SignedShape, profile: ServerProfileId): string | null {
  const prepared = prepareSignature({
    ...shape,
    profile,
    consumerKey: 'key',
    consumerSecret: 'secret',
    token: null,
    tokenSecret: null,
    nonce: 'nonce',
    timestamp: '1',
    signatureMethod: 'HMAC-SHA256',
    version: null,
  });
  return prepared.ok ? `${prepared.value.baseUrl}&${joinParameters(prepared.value.parameters)}` : null;
}

/**
 * The likeliest profile that signs this very request otherwise than `refused` does. Null where all of them sign it alike:
 * then it was not the profile that was refused.
 */
export function findNextLikelyProfile(shape: SignedShape, refused: ServerProfileId): ServerProfileId | null {
  const refusedText = describeSigned(shape, refused);
  return likelyProfiles.find((profile) => describeSigned(shape, profile) !== refusedText) ?? null;
}
