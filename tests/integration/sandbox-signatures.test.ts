// Every recorded signature is sent again, byte for byte, to a sandbox that verifies like the Magento that answered it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '#electron/sandbox/start-sandbox.ts';
import { oauthGenerations } from '#tests/support/oauth-generations.ts';
import { type OAuthVector, readOAuthVectors } from '#tests/support/oauth-vectors.ts';
import { readTarget, sendRaw } from '#tests/support/raw-http.ts';
import { readRecordedSeed } from '#tests/support/sandbox-transcripts.ts';

const refusals = /signature is invalid|Signature method|nonce|[Tt]oken|oauth_|[Cc]onsumer/;

/** What was answered: accepted, whatever came of it then, or the status of the refusal. */
type Answer = 'accepted' | number;

/** The vectors that were evaluated; the one whose nonce another one replays comes first. */
function readEvaluated(generation: string): readonly OAuthVector[] {
  const evaluated = readOAuthVectors(generation).filter(({ accepted }) => accepted !== null);
  const isFirst = ({ name }: OAuthVector): boolean => name === 'replay_first';
  return [...evaluated.filter(isFirst), ...evaluated.filter((vector) => !isFirst(vector))];
}

const summary: string[] = [];
afterAll(() => {
  console.log(['Recorded signatures that the sandbox answers as Magento did:', ...summary].join('\n'));
});

describe.each(oauthGenerations)('signatures of generation $generation', ({ generation, profile }) => {
  let sandbox: RunningSandbox;
  let nowMs = 0;
  const counts = { accepted: 0, refused: 0, broken: 0 };

  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, profile, seed: readRecordedSeed(), clock: () => nowMs, config: {} });
  });
  afterAll(async () => {
    summary.push(
      `  ${generation.toUpperCase().padEnd(2)} ${profile.padEnd(16)} ` +
        `accepted ${counts.accepted}, refused ${counts.refused}, answered 500 ${counts.broken}`,
    );
    await sandbox.close();
  });

  async function replay(vector: OAuthVector): Promise<Answer> {
    nowMs = vector.receivedAt * 1000;
    const { status, body } = await sendRaw(Number(new URL(sandbox.url).port), {
      method: vector.method,
      target: readTarget(vector.url),
      headers: [...vector.requestHeaders, ['Authorization', vector.authorizationHeader]],
      body: vector.body ?? null,
    });
    return status >= 500 || (status >= 400 && refusals.test(body)) ? status : 'accepted';
  }

  const cases = readEvaluated(generation).map((vector, index) => [`${index} ${vector.name}`, vector] as const);
  it.each(cases)('%s', async (_, vector) => {
    const recorded: Answer = vector.accepted === true ? 'accepted' : vector.status;
    expect(await replay(vector)).toBe(recorded);
    counts[recorded === 'accepted' ? 'accepted' : recorded === 500 ? 'broken' : 'refused'] += 1;
  });
});
