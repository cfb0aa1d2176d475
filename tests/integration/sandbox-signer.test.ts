// The client's signer and the sandbox's verifier know nothing of each other. Whatever one signs, the other accepts; what
// was changed on the way, it refuses.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeSigner } from '#electron/core/auth/node-signer.ts';
import { defaultSeed } from '#electron/sandbox/seed/default-seed.ts';
import { type RunningSandbox, startSandbox } from '#electron/sandbox/start-sandbox.ts';
import { writePortableUrl } from '#shared/domain/oauth1/portable-url.ts';
import { type ServerProfileId, serverProfileIds } from '#shared/domain/oauth1/server-profile-id.ts';
import { type SignedRequest, signRequest } from '#shared/domain/oauth1/sign-request.ts';
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

interface Sending {
  readonly signedUrl: string;
  /** What is sent where it differs from what was signed. */
  readonly sentUrl?: string;
  /** The profile that signs, where it is not the one that verifies. */
  readonly signAs?: ServerProfileId;
  readonly nonce?: string;
  readonly signatureMethod?: string;
  /** Changes the header on its way. */
  readonly tamper?: (authorization: string) => string;
  /** A form as the body of a POST. */
  readonly form?: string;
}

const formType = 'application/x-www-form-urlencoded';
const timestamp = String(Math.floor(Date.now() / 1000));

function sign(profile: ServerProfileId, sending: Sending): SignedRequest {
  const { signedUrl, form, nonce = 'same', signatureMethod = 'HMAC-SHA256' } = sending;
  const [integration] = findSandbox(profile).accounts.integrations;
  if (!integration) throw new Error('The default seed has an integration.');
  const { consumerKey, consumerSecret, accessToken: token, accessTokenSecret: tokenSecret } = integration;
  const signed = signRequest(
    {
      profile,
      method: form === undefined ? 'GET' : 'POST',
      url: signedUrl,
      headers: [],
      body: form === undefined ? null : { contentType: formType, text: form },
      consumerKey,
      consumerSecret,
      token,
      tokenSecret,
      nonce,
      timestamp,
      signatureMethod,
      version: '1.0',
    },
    nodeSigner,
  );
  if (!signed.ok) throw new Error(signed.error.message);
  return signed.value;
}

/** Signs a request, sends it byte for byte to the sandbox of a profile, and returns the status. */
async function send(profile: ServerProfileId, sending: Sending): Promise<number> {
  const { signedUrl, sentUrl = signedUrl, signAs = profile, tamper = (header) => header, form } = sending;
  const nonce = `${(nonceCount += 1)}${sending.nonce ?? ''}`;
  const { authorizationHeader } = sign(signAs, { ...sending, nonce });
  const { host, port } = new URL(findSandbox(profile).url);
  const { status } = await sendRaw(Number(port), {
    method: form === undefined ? 'GET' : 'POST',
    target: readTarget(sentUrl),
    headers: [
      ['Host', host],
      ['Authorization', tamper(authorizationHeader)],
      ...(form === undefined ? [] : [['Content-Type', formType] as const]),
    ],
    body: form ?? null,
  });
  return status;
}

const joinQuery = (pairs: readonly (readonly string[])[]): string => pairs.map((pair) => pair.join('=')).join('&');

const queryText = fc.string({ unit: fc.constantFrom(..."abzAZ019[]._-~!*'()%20;:@,$/?+= é€&"), maxLength: 12 });
const typedQuery = fc
  .array(fc.tuple(queryText, queryText), { maxLength: 14 })
  .map((pairs) => joinQuery(pairs.map((pair) => pair.map(encodeURIComponent))));
const numberedQuery = fc
  .array(fc.nat(40), { minLength: 2, maxLength: 14 })
  .map((indexes) => joinQuery(indexes.map((index) => [`searchCriteria[filter_groups][${index}][x]`, String(index)])));

/** Names and values as careless clients write them: raw, half encoded, repeated, flags, brackets that do not close. */
const rawText = fc
  .array(
    fc.constantFrom(...'aaabB019[]._-~!*()+;:@,$/=', '%20', '%2B', '%2f', '%41', '%C3%A9', '%e9', '%00', 'oauth_x'),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));
const rawQuery = fc.array(rawText, { maxLength: 8 }).map((pairs) => pairs.join('&'));
const rawSegment = fc
  .array(fc.constantFrom(...'aB0-~+:@$,;()!*[]=', '%2F', '%2f', '%2B', '%7e', '%25', '%41', '%C3%A9', '%c3%a9'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

/** What breaks a Magento instead of being verified: numbers as names, in the newest code. */
const breaks = (profile: ServerProfileId, status: number): boolean => profile === 'magento-next' && status === 500;

describe.each(serverProfileIds)('signed for %s', (profile) => {
  const base = (): string => findSandbox(profile).url;

  it('is accepted, whatever the query', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(typedQuery, numberedQuery), async (query) => {
        const signedUrl = writePortableUrl(`${base()}/rest/V1/modules?${query}`);
        const status = await send(profile, { signedUrl });
        expect(breaks(profile, status) ? 200 : status).toBe(200);
      }),
      { numRuns: 100 },
    );
  });

  it('is accepted as typed, whatever the query', async () => {
    await fc.assert(
      fc.asyncProperty(rawQuery, async (query) => {
        const status = await send(profile, { signedUrl: `${base()}/rest/V1/modules?${query}` });
        expect(breaks(profile, status) ? 200 : status).toBe(200);
      }),
      { numRuns: 100 },
    );
  });

  it('is accepted as typed, whatever the path', async () => {
    await fc.assert(
      fc.asyncProperty(rawSegment, async (segment) => {
        // There is no such product; a wrong signature would be found before.
        expect(await send(profile, { signedUrl: `${base()}/rest/V1/products/x${segment}` })).toBe(404);
      }),
      { numRuns: 60 },
    );
  });

  it('is accepted with any nonce', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 6 }), async (nonce) => {
        expect(await send(profile, { signedUrl: `${base()}/rest/V1/modules`, nonce })).toBe(200);
      }),
      { numRuns: 30 },
    );
  });

  it('is accepted with a form, which the web API then does not take', async () => {
    const formText = fc.string({ unit: fc.constantFrom(...'abAZ01._-~é %+/='), maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(formText, formText), { maxLength: 6 }), async (pairs) => {
        const form = new URLSearchParams(pairs).toString();
        const status = await send(profile, { signedUrl: `${base()}/rest/V1/products?a=b`, form });
        expect(breaks(profile, status) ? 400 : status).toBe(400);
      }),
      { numRuns: 30 },
    );
  });

  it('is refused after a change of the query', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[a-z0-9]{1,8}$/), async (name, value) => {
        const signedUrl = `${base()}/rest/V1/modules?${name}=${value}`;
        expect(await send(profile, { signedUrl, sentUrl: `${signedUrl}x` })).toBe(401);
        expect(await send(profile, { signedUrl, sentUrl: `${signedUrl}&more=1` })).toBe(401);
      }),
      { numRuns: 20 },
    );
  });

  it('is refused after a change of the path, the secret or the nonce', async () => {
    const signedUrl = `${base()}/rest/V1/modules`;
    expect(await send(profile, { signedUrl, sentUrl: `${signedUrl}/` })).toBe(401);
    const change = (name: string, text: string) => (header: string) =>
      header.replace(new RegExp(`(${name}=")[^"]*`), `$1${text}`);
    expect(await send(profile, { signedUrl, tamper: change('oauth_signature', 'bm90cmlnaHQ%3D') })).toBe(401);
    expect(await send(profile, { signedUrl, tamper: change('oauth_nonce', `other${profile}`) })).toBe(401);
    expect(await send(profile, { signedUrl, tamper: change('oauth_timestamp', '1700000000') })).toBe(401);
  });
});

describe.each([
  ['twelve filter groups', `modules?${joinQuery(Array.from({ length: 12 }, (_, index) => [`a%5B${index}%5D`, 'x']))}`],
  ['a space', 'modules?a=x%20y'],
  ['a flag', 'modules?flag'],
  ['a dot in a name', 'modules?a.b=1'],
  ['a plus in the path', 'products/24-MB01/media?a=%2B'],
  ['an escape that is not needed', 'products/24%2DMB01'],
  ['an escaped reserved character', 'products/24%2BMB01'],
])('%s', (_, path) => {
  it.each(serverProfileIds)(
    'signed for %s is accepted by those only that build the same base string',
    async (profile) => {
      for (const verifier of serverProfileIds) {
        const signedUrl = `${findSandbox(verifier).url}/rest/V1/${path}`;
        const isSame = sign(profile, { signedUrl }).baseString === sign(verifier, { signedUrl }).baseString;
        const status = await send(verifier, { signedUrl, signAs: profile });
        expect({ verifier, isAccepted: status !== 401 }).toEqual({ verifier, isAccepted: isSame });
      }
    },
  );
});

describe.each([
  { signatureMethod: 'HMAC-SHA256', accepting: serverProfileIds },
  { signatureMethod: 'HMAC-SHA1', accepting: ['rfc5849', 'magento-2.4.3'] },
  { signatureMethod: 'HMAC-SHA512', accepting: ['rfc5849'] },
  { signatureMethod: 'PLAINTEXT', accepting: ['rfc5849'] },
])('$signatureMethod', ({ signatureMethod, accepting }) => {
  it(`is accepted by ${accepting.join(', ')}`, async () => {
    for (const profile of serverProfileIds) {
      const signedUrl = `${findSandbox(profile).url}/rest/V1/modules?a=b`;
      const status = await send(profile, { signedUrl, signatureMethod });
      expect({ profile, status }).toEqual({ profile, status: accepting.some((id) => id === profile) ? 200 : 400 });
    }
  });
});
