import { afterAll, describe, expect, it } from 'vitest';
import { nodeSigner } from '#electron/core/auth/node-signer.ts';
import { type OAuthVector, readOAuthVectors, toSigningInput } from '#tests/support/oauth-vectors.ts';
import type { ServerProfileId } from './server-profile-id.ts';
import { signRequest } from './sign-request.ts';

const generations = [
  { generation: 'e', profile: 'magento-2.4.3', accepted: 122, refused: 33, byTheBook: 128 },
  { generation: 'a', profile: 'magento-2.4.4', accepted: 121, refused: 34, byTheBook: 128 },
  { generation: 'b', profile: 'magento-2.4.6', accepted: 123, refused: 46, byTheBook: 128 },
  { generation: 'c0', profile: 'magento-dev-2024', accepted: 122, refused: 62, byTheBook: 128 },
  { generation: 'c', profile: 'magento-dev-2025', accepted: 123, refused: 39, byTheBook: 128 },
  { generation: 'd', profile: 'magento-next', accepted: 121, refused: 30, byTheBook: 128 },
] as const;

function sign(vector: OAuthVector, profile: ServerProfileId) {
  const result = signRequest(toSigningInput(vector, profile), nodeSigner);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** What a store refuses although the signature fits, beside what the signer warns of: it has no memory and no clock. */
const refusedForOtherReasons = new Set(['replay_second', 'unknown_token', 'ts_future_620']);

const summary: string[] = [];
afterAll(() => {
  console.log(['Recorded signatures that come out as the server built them:', ...summary].join('\n'));
});

describe.each(generations)('recorded signatures of generation $generation', ({ generation, profile, ...expected }) => {
  const vectors = readOAuthVectors(generation);
  const accepted = vectors.filter((vector) => vector.accepted === true);
  const refused = vectors.filter((vector) => vector.accepted === false);
  const byTheBook = vectors.filter((vector) => vector.kind === 'rfc5849');
  const passed = { accepted: 0, refused: 0, byTheBook: 0 };
  afterAll(() => {
    const counts = Object.entries(passed).map(
      ([kind, count]) => `${kind} ${count}/${expected[kind as keyof typeof passed]}`,
    );
    summary.push(`  ${generation.toUpperCase().padEnd(2)} ${profile.padEnd(16)} ${counts.join(', ')}`);
  });

  it.each(accepted.map((vector) => [vector.name, vector] as const))('accepted: %s', (_, vector) => {
    const { baseString, signature } = sign(vector, profile);
    expect(baseString).toBe(vector.serverBaseString ?? vector.baseString);
    expect(signature).toBe(vector.signature);
    passed.accepted += 1;
  });

  it.each(refused.map((vector) => [vector.name, vector] as const))('refused: %s', (name, vector) => {
    const { baseString, signature, warnings } = sign(vector, profile);
    if (vector.serverBaseString !== null) expect(baseString).toBe(vector.serverBaseString);
    const isForetold = signature !== vector.signature || warnings.length > 0 || refusedForOtherReasons.has(name);
    expect(isForetold).toBe(true);
    passed.refused += 1;
  });

  it.each(byTheBook.map((vector) => [vector.name, vector] as const))('by the book: %s', (_, vector) => {
    const { baseString, trace } = sign(vector, 'rfc5849');
    expect({ baseString, deviations: trace.deviations }).toEqual({ baseString: vector.baseString, deviations: [] });
    passed.byTheBook += 1;
  });

  it('covers every vector', () => {
    const counts = { accepted: accepted.length, refused: refused.length, byTheBook: byTheBook.length };
    expect(counts).toEqual(expected);
  });
});
