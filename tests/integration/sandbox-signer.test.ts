// The client's signer and the sandbox's verifier know nothing of each other. Whatever one signs, the other accepts; what
// was changed on the way, it refuses.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSeed } from '#electron/sandbox/seed/default-seed.ts';
import { type RunningSandbox, startSandbox } from '#electron/sandbox/start-sandbox.ts';
import { type ServerProfileId, serverProfileIds } from '#shared/domain/oauth1/server-profile-id.ts';
import { signRequest } from '#shared/domain/oauth1/sign-request.ts';
import { writePortableUrl } from '#shared/domain/oauth1/portable-url.ts';
import { nodeSigner } from '#electron/core/auth/node-signer.ts';
import { readTarget, sendRaw } from '#tests/support/raw-http.ts';

const sandboxes = new Map<ServerProfileId, RunningSandbox>();
let nonceCount = 0;

beforeAll(async () => {
  for (const profile of serverProfileIds) {
    const sandbox = await startSandbox({ port: 0, profile, seed: defaultSeed(), clock: Date.now, config: {} });
    sandboxes.set(profile, sandbox);
  }
});
afterAll(async () => {
  await Promise.all([...sandboxes.values()].map((sandbox) => sandbox.close()));
});

function findSandbox(profile: ServerProfileId): RunningSandbox {
  const sandbox = sandboxes.get(profile);
  if (!sandbox) throw new Error(`No sandbox runs with the profile ${profile}.`);
  return sandbox;
}

/** Signs one URL and sends another, which most often is the same. */
async function send(profile: ServerProfileId, signedUrl: string, sentUrl = signedUrl): Promise<number> {
  const { accounts, url } = findSandbox(profile);
  const [integration] = accounts.integrations;
  if (!integration) throw new Error('The default seed has an integration.');
  const { consumerKey, consumerSecret, accessToken: token, accessTokenSecret: tokenSecret } = integration;
  const host = new URL(url).host;
  const signed = signRequest(
    {
      profile,
      method: 'GET',
      url: signedUrl,
      headers: [['Host', host]],
      body: null,
      consumerKey,
      consumerSecret,
      token,
      tokenSecret,
      nonce: `nonce${(nonceCount += 1)}`,
      timestamp: String(Math.floor(Date.now() / 1000)),
      signatureMethod: 'HMAC-SHA256',
      version: '1.0',
    },
    nodeSigner,
  );
  if (!signed.ok) throw new Error(signed.error.message);
  const { status } = await sendRaw(Number(new URL(url).port), {
    method: 'GET',
    target: readTarget(sentUrl),
    headers: [
      ['Host', host],
      ['Authorization', signed.value.authorizationHeader],
    ],
  });
  return status;
}

const queryText = fc.string({ unit: fc.constantFrom(..."abzAZ019[]._-~!*'()%20;:@,$/?+= é€&"), maxLength: 12 });
const typedQuery = fc
  .array(fc.tuple(queryText, queryText), { maxLength: 14 })
  .map((pairs) => pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&'));
const numberedQuery = fc
  .array(fc.nat(40), { minLength: 2, maxLength: 14 })
  .map((indexes) => indexes.map((index) => `searchCriteria[filter_groups][${index}][x]=${index}`).join('&'));

describe.each(serverProfileIds)('signed for %s', (profile) => {
  it('is accepted, whatever the query', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(typedQuery, numberedQuery), async (query) => {
        const url = writePortableUrl(`${findSandbox(profile).url}/rest/V1/modules?${query}`);
        expect(await send(profile, url)).toBe(200);
      }),
      { numRuns: 150 },
    );
  });

  it('is refused after a change of the query', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[a-z0-9]{1,8}$/), async (name, value) => {
        const url = `${findSandbox(profile).url}/rest/V1/modules?${name}=${value}`;
        expect(await send(profile, url, `${url}x`)).toBe(401);
      }),
      { numRuns: 50 },
    );
  });
});
