// Every recorded signature is sent again, byte for byte, to a sandbox that verifies like Magento 2.4.4.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '#electron/sandbox/start-sandbox.ts';
import { type OAuthVector, readOAuthVectors } from '#tests/support/oauth-vectors.ts';
import { readTarget, sendRaw } from '#tests/support/raw-http.ts';
import { readRecordedSeed } from '#tests/support/sandbox-transcripts.ts';

const recorded = readOAuthVectors('a').filter(({ accepted }) => accepted !== null);
// The vector whose nonce another one replays comes first.
const vectors = [...recorded].sort(
  (left, right) => Number(right.name === 'replay_first') - Number(left.name === 'replay_first'),
);
const refusals = /signature is invalid|Signature method|nonce|[Tt]oken|oauth_|Consumer|consumer/;

let sandbox: RunningSandbox;
let nowMs = 0;

beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    profile: 'magento-2.4.4',
    seed: readRecordedSeed(),
    clock: () => nowMs,
    config: {},
  });
});
afterAll(() => sandbox.close());

async function replay(vector: OAuthVector): Promise<{ status: number; isAccepted: boolean }> {
  nowMs = vector.receivedAt * 1000;
  const { status, body } = await sendRaw(Number(new URL(sandbox.url).port), {
    method: vector.method,
    target: readTarget(vector.url),
    headers: [...vector.requestHeaders, ['Authorization', vector.authorizationHeader]],
    body: vector.body ?? null,
  });
  return { status, isAccepted: status < 500 && !refusals.test(status < 400 ? '' : body) };
}

describe('signatures of generation A', () => {
  it.each(vectors.map((vector, index) => [`${index} ${vector.name}`, vector] as const))('%s', async (_, vector) => {
    const { isAccepted, status } = await replay(vector);
    expect({ isAccepted, failure: status >= 400 && !isAccepted ? status : null }).toEqual({
      isAccepted: vector.accepted,
      failure: vector.accepted ? null : vector.status,
    });
  });
});
