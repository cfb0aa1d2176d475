import { describe, expect, it } from 'vitest';
import { nodeHmac, type OAuthVector, readOAuthVectors, toSigningInput } from '#tests/support/oauth-vectors.ts';
import type { ServerProfileId } from './server-profile-id.ts';
import { signRequest } from './sign-request.ts';

const vectors = readOAuthVectors('a');

function sign(vector: OAuthVector, profile: ServerProfileId) {
  const result = signRequest(toSigningInput(vector, profile), nodeHmac);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** What a Magento 2.4.4 refuses although the signature fits, beside what the signer warns of: it has no memory or clock. */
const refusedForOtherReasons = new Set(['replay_second', 'unknown_token', 'ts_future_620']);

describe('recorded signatures of Magento 2.4.4', () => {
  const accepted = vectors.filter((vector) => vector.accepted === true);
  it.each(accepted.map((vector) => [vector.name, vector] as const))('accepted: %s', (_, vector) => {
    const { baseString, signature } = sign(vector, 'magento-2.4.4');
    expect(baseString).toBe(vector.serverBaseString ?? vector.baseString);
    expect(signature).toBe(vector.signature);
  });

  const refused = vectors.filter((vector) => vector.accepted === false);
  it.each(refused.map((vector) => [vector.name, vector] as const))('refused: %s', (name, vector) => {
    const { baseString, signature, warnings } = sign(vector, 'magento-2.4.4');
    if (vector.serverBaseString !== null) expect(baseString).toBe(vector.serverBaseString);
    const isForetold = signature !== vector.signature || warnings.length > 0 || refusedForOtherReasons.has(name);
    expect(isForetold).toBe(true);
  });

  const byTheBook = vectors.filter((vector) => vector.kind === 'rfc5849');
  it.each(byTheBook.map((vector) => [vector.name, vector] as const))('by the book: %s', (_, vector) => {
    const { baseString, trace } = sign(vector, 'rfc5849');
    expect({ baseString, deviations: trace.deviations }).toEqual({ baseString: vector.baseString, deviations: [] });
  });

  it('covers every vector', () => {
    const counts = { accepted: accepted.length, refused: refused.length, byTheBook: byTheBook.length };
    expect(counts).toEqual({ accepted: 121, refused: 34, byTheBook: 128 });
  });
});
