// The probe against real sandboxes, which verify with code of their own; and against servers that are no help.
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createTransport } from '#electron/core/exchange/transport.ts';
import { probeProfile } from '#electron/core/oauth/probe-profile.ts';
import { defaultSeed } from '#electron/sandbox/seed/default-seed.ts';
import { startSandbox } from '#electron/sandbox/start-sandbox.ts';
import type { ProbeResult } from '#shared/domain/oauth1/probe-result.ts';
import { type ServerProfileId, serverProfileIds } from '#shared/domain/oauth1/server-profile-id.ts';
import { AppError, CancelledError } from '#shared/errors/app-error.ts';
import { environmentAt, identityOf, integrationSecrets } from '../support/exchange-fixture.ts';

type Secrets = Readonly<Record<string, string>>;

interface Probed {
  readonly result: ProbeResult;
  readonly nonces: readonly string[];
  readonly told: readonly string[];
}

async function probe(url: string, secrets: Secrets, signal = new AbortController().signal): Promise<Probed> {
  const transport = createTransport();
  onTestFinished(() => transport.close());
  const nonces: string[] = [];
  const told: string[] = [];
  const result = await probeProfile(
    { environment: environmentAt(url), identity: identityOf('integration'), secrets },
    {
      transport: {
        ...transport,
        send: (request, options) => {
          const header = request.headers.find(([name]) => name === 'Authorization')?.[1] ?? '';
          nonces.push(/oauth_nonce="([^"]*)"/.exec(header)?.[1] ?? '');
          return transport.send(request, options);
        },
      },
      clock: { now: () => Date.now() },
      random: { uuid: randomUUID, bytes: (size) => randomBytes(size) },
    },
    { observe: ({ step }) => void told.push(step), signal },
  );
  return { result, nonces, told };
}

async function sandboxOf(profile: ServerProfileId): Promise<{ readonly url: string; readonly secrets: Secrets }> {
  const sandbox = await startSandbox({ port: 0, profile, seed: defaultSeed(), clock: () => Date.now(), config: {} });
  onTestFinished(() => sandbox.close());
  const {
    consumerKey = '',
    consumerSecret = '',
    accessToken = '',
    accessTokenSecret = '',
  } = sandbox.accounts.integrations[0] ?? {};
  return {
    url: sandbox.url.replace(/\/$/, ''),
    secrets: { consumerKey, consumerSecret, accessToken, accessTokenSecret },
  };
}

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing',
    (error: unknown) => (error instanceof AppError ? error.data : error),
  );

describe('the probe', () => {
  test.each(serverProfileIds)('finds %s, with few requests and a new nonce for each', async (profile) => {
    const { url, secrets } = await sandboxOf(profile);
    const { result, nonces, told } = await probe(url, secrets);
    expect(result).toMatchObject({ profiles: [profile], decided: profile });
    expect(result.requests).toBeLessThanOrEqual(4);
    expect(result.steps).toEqual(told);
    expect(nonces.every((nonce) => /^[0-9a-f]{32}$/.test(nonce))).toBe(true);
    expect(new Set(nonces).size).toBe(result.requests);
    const sha1 = result.steps.map((step) => step.includes('HMAC-SHA1'));
    expect(sha1.lastIndexOf(true)).toBe(/2\.4\.[34]$/.test(profile) ? result.requests - 1 : -1);
  });

  test('a wrong secret is told as such, not as a profile', async () => {
    const { url, secrets } = await sandboxOf('magento-2.4.4');
    expect(await failureOf(probe(url, { ...secrets, accessTokenSecret: 'x'.repeat(32) }))).toMatchObject({
      code: 'identity.refused',
      message: 'The store refused the signature under every server profile.',
    });
  });

  test('a key that the store does not know is told in its words', async () => {
    const { url } = await sandboxOf('magento-2.4.6');
    const known = { ...integrationSecrets, consumerKey: 'k'.repeat(32), accessToken: 't'.repeat(32) };
    expect(await failureOf(probe(url, known))).toMatchObject({
      code: 'identity.refused',
      message: 'The store refused the integration with 401: “A consumer having the specified key does not exist”.',
    });
  });

  test('an unknown store code and a missing secret end at once', async () => {
    const { url, secrets } = await sandboxOf('magento-2.4.4');
    expect(await failureOf(probe(`${url}/nope`, secrets))).toMatchObject({ code: 'environment.probe' });
    expect(await failureOf(probe(url, { ...secrets, accessToken: '' }))).toMatchObject({ code: 'identity.credential' });
  });
});

type Reply = (path: string, authorization: string) => readonly [number, string, string];

async function serve(reply: Reply): Promise<string> {
  const server = createServer((request, response) => {
    const [status, type, body] = reply(request.url ?? '', request.headers.authorization ?? '');
    response.writeHead(status, { 'Content-Type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a server that is no help', () => {
  const unauthorized = `{"message":"The consumer isn't authorized to access %resources.","parameters":{"resources":"x"}}`;

  test.each<readonly [string, Reply, string]>([
    ['accepts everything', () => [200, 'application/json', '[]'], 'answered alike'],
    ['never sees the signature', () => [401, 'application/json', unauthorized], 'answered alike'],
    ['answers with pages', () => [200, 'text/html', '<html><body>Shop</body></html>'], 'The store answered 200'],
    ['asks for a password', () => [401, 'text/html', '<html>401</html>'], 'The store answered 401'],
    ['forbids everything', () => [403, 'text/html', '<html>403</html>'], 'The store answered 403'],
    ['is broken', () => [500, 'text/plain', 'Fatal error'], 'The store answered 500'],
    ['redirects', () => [301, 'text/html', ''], 'The store answered 301'],
  ])('%s', async (_, reply, message) => {
    const failure = await failureOf(probe(await serve(reply), integrationSecrets));
    expect(failure).toMatchObject({ code: 'environment.probe', message: expect.stringContaining(message) as string });
  });

  test('does not listen', async () => {
    expect(await failureOf(probe('http://127.0.0.1:1', integrationSecrets))).toMatchObject({ code: 'network.refused' });
  });

  test('is given up when the user stops', async () => {
    const stop = new AbortController();
    const url = await serve(() => {
      stop.abort();
      return [200, 'application/json', '[]'];
    });
    expect(await failureOf(probe(url, integrationSecrets, stop.signal))).toBeInstanceOf(CancelledError);
  });
});

test('behind a firewall that forbids escapes in paths, what is left is told and nothing is decided', async () => {
  const store = await sandboxOf('magento-2.4.4');
  const firewall = createServer((request, response) => {
    if (request.url?.split('?')[0]?.includes('%')) {
      response.writeHead(403, { 'Content-Type': 'text/html' }).end('<html><h1>Blocked</h1></html>');
      return;
    }
    const headers = { authorization: request.headers.authorization ?? '', host: request.headers.host ?? '' };
    get(`${store.url}${request.url ?? ''}`, { headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, { 'Content-Type': answer.headers['content-type'] ?? '' });
      answer.pipe(response);
    });
  });
  await new Promise<void>((resolve) => firewall.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void firewall.close());
  const { result } = await probe(`http://127.0.0.1:${(firewall.address() as AddressInfo).port}`, store.secrets);
  expect(result).toMatchObject({ decided: null, profiles: expect.arrayContaining(['magento-2.4.4']) as string[] });
  expect(result.requests).toBeLessThanOrEqual(8);
  expect(result.steps.join('\n')).toContain('not let through');
});
