// Where a request is sent on to, what goes along and what does not.
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HeaderRow } from '#shared/domain/http/request.ts';
import { createExchangeFixture, environmentAt, identityOf, integrationSecrets } from '../support/exchange-fixture.ts';
import { sendAndSee } from '../support/send-and-see.ts';
import { type RawRequest, startTortureServer, type TortureServer, writeAnswer } from '../support/torture-server.ts';

let server: TortureServer;
let stranger: TortureServer;
beforeAll(async () => {
  [server, stranger] = await Promise.all([startTortureServer(), startTortureServer()]);
});
afterAll(() => Promise.all([server.close(), stranger.close()]));

const row = (name: string, value: string, isEnabled = true): HeaderRow => ({ name, value, isEnabled });

const authorizationOf = (request: RawRequest | undefined): string =>
  request?.headers.find(([name]) => name === 'Authorization')?.[1] ?? '';
const nonceOf = (request: RawRequest | undefined): string =>
  /oauth_nonce="(\w+)"/.exec(authorizationOf(request))?.[1] ?? '';

/** Verifies a signature over a URL without a query, by the letter of RFC 5849, with no code of the signer. */
function isSignatureRight(request: RawRequest | undefined): boolean {
  const pairs = [...authorizationOf(request).matchAll(/(\w+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
  const query = (request?.target.split('?')[1] ?? '')
    .split('&')
    .filter(Boolean)
    .map((pair) => pair.split('=') as [string, string]);
  const parameters = [...pairs.filter(([name]) => name !== 'oauth_signature'), ...query]
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
  const url = `${server.url}${request?.target.split('?')[0]}`;
  const base = [request?.method, url, parameters].map((part) => encodeURIComponent(part ?? '')).join('&');
  const signature = createHmac('sha256', `${integrationSecrets.consumerSecret}&${integrationSecrets.accessTokenSecret}`)
    .update(base)
    .digest('base64');
  return pairs.some(([name, value]) => name === 'oauth_signature' && decodeURIComponent(value) === signature);
}

describe('redirects', () => {
  test.each([
    ['/see-other', 'PUT', 'GET', ''],
    ['/moved', 'POST', 'GET', ''],
    ['/moved', 'PUT', 'PUT', '{}'],
    ['/temporary', 'POST', 'POST', '{}'],
  ])('%s turns a %s into a %s', async (url, method, nextMethod, body) => {
    const seen = await sendAndSee(server, { request: { url, method, body: { kind: 'json', text: '{}' } } });
    expect([seen.method, seen.body.toString()]).toEqual([nextMethod, body]);
    expect(seen.headers.some(([name]) => name === 'Content-Type')).toBe(body !== '');
  });

  test('a redirect without a target is the answer', async () => {
    const { send } = createExchangeFixture();
    const { exchange } = await send({ environment: environmentAt(server.url), request: { url: '/no-location' } });
    expect(exchange.outcome).toMatchObject({ kind: 'response', status: 302 });
  });

  test('a signed request is signed anew for the new place', async () => {
    const seen = await sendAndSee(server, { identity: identityOf('integration'), request: { url: '/temporary' } });
    const [first, second] = server.requests.slice(-2);
    expect(second).toBe(seen);
    expect([first, second].map(isSignatureRight)).toEqual([true, true]);
    expect(nonceOf(first)).not.toBe(nonceOf(second));
  });

  test('no credential crosses to another origin', async () => {
    server.on('/away', (socket) =>
      writeAnswer(socket, { status: '307 Temporary Redirect', headers: [['Location', `${stranger.url}/echo?x=a+b`]] }),
    );
    const signed = await sendAndSee(
      server,
      { identity: identityOf('integration'), request: { url: '/away' } },
      stranger,
    );
    expect(authorizationOf(server.requests.at(-1))).toMatch(/^OAuth /);
    expect(signed.target).toBe('/echo?x=a+b');
    expect(signed.headers).toContainEqual(['Host', `127.0.0.1:${stranger.port}`]);
    const typed = await sendAndSee(
      server,
      {
        request: {
          url: '/away',
          headers: [row('Authorization', 'Bearer x'), row('Cookie', 'a=b'), row('X-Api-Key', 'k'), row('X-Own', 'o')],
        },
      },
      stranger,
    );
    for (const request of [signed, typed]) {
      expect(request.headers.filter(([name]) => /authorization|cookie|api-key/i.test(name))).toEqual([]);
    }
    expect(typed.headers).toContainEqual(['X-Own', 'o']);
  });

  test.each([
    ['307 Temporary Redirect', 'POST'],
    ['308 Permanent Redirect', 'POST'],
    ['301 Moved Permanently', 'PUT'],
  ])('a body does not cross to another origin: %s is the answer to a %s', async (status, method) => {
    server.on('/away', (socket) =>
      writeAnswer(socket, { status, headers: [['Location', `${stranger.url}/echo`]], body: 'elsewhere' }),
    );
    const before = stranger.requests.length;
    const { send } = createExchangeFixture();
    const { exchange, body } = await send({
      environment: environmentAt(server.url),
      request: { method, url: '/away', body: { kind: 'json', text: '{"username":"jane","password":"Password1!"}' } },
    });
    expect(exchange.outcome).toMatchObject({ kind: 'response', status: Number(status.slice(0, 3)) });
    expect(body?.toString()).toBe('elsewhere');
    expect(stranger.requests).toHaveLength(before);
  });

  test('a POST that becomes a GET goes on to another origin without its body', async () => {
    server.on('/away', (socket) =>
      writeAnswer(socket, { status: '303 See Other', headers: [['Location', `${stranger.url}/echo`]] }),
    );
    const request = {
      method: 'POST',
      url: '/away',
      body: { kind: 'json', text: '{"password":"Password1!"}' },
    } as const;
    const seen = await sendAndSee(server, { request }, stranger);
    expect([seen.method, seen.body.toString()]).toEqual(['GET', '']);
  });

  test('an identity is not sent to a host that is not its environment’s', async () => {
    const { send, setSecrets } = createExchangeFixture();
    setSecrets('identity-integration', integrationSecrets);
    const { exchange } = await send({
      environment: environmentAt(server.url),
      identity: identityOf('integration'),
      request: { url: `${stranger.url}/echo` },
    });
    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'request.url' } });
  });
});
