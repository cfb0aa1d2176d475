// What goes wrong on the wire, one server behaviour after the other: each is an outcome with sentences and an entry in the
// history, and never an exception.
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ErrorCode } from '#shared/errors/app-error.ts';
import { createExchangeFixture, environmentAt } from '../support/exchange-fixture.ts';
import { startTortureServer, type TortureServer } from '../support/torture-server.ts';

let server: TortureServer;
beforeAll(async () => {
  server = await startTortureServer();
});
afterAll(() => server.close());

/** A port on which nothing listens. */
async function closedPort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('no answer', () => {
  test.each<[string, ErrorCode]>([
    ['/drop', 'network.reset'],
    ['/drop-head', 'network.reset'],
    ['/invalid', 'network.protocol'],
    ['/endless-headers', 'network.protocol'],
    ['/never', 'network.timeout'],
    ['/loop', 'network.redirects'],
    ['/ring', 'network.redirects'],
    ['/endless-redirects', 'network.redirects'],
  ])('%s is %s', async (url, code) => {
    const { send, recorded } = createExchangeFixture();
    const { exchange, events } = await send({
      environment: environmentAt(server.url),
      request: { url, timeoutMs: url === '/never' ? 150 : 10_000 },
    });
    expect(exchange).toMatchObject({
      outcome: {
        kind: 'failed',
        error: {
          code,
          message: expect.stringMatching(/\.$/),
          cause: expect.stringMatching(/\.$/),
          nextStep: expect.stringMatching(/\.$/),
        },
      },
      body: null,
    });
    expect(recorded.begun).toMatchObject([{ id: exchange.id, outcome: { kind: 'pending' }, attempts: [] }]);
    expect(recorded.finished).toMatchObject([{ exchange, body: null }]);
    expect(events.at(0)?.kind).toBe('started');
    expect(events.at(-1)).toEqual({ kind: 'failed', exchange });
  });

  test('nothing listens', async () => {
    const { send } = createExchangeFixture();
    const port = await closedPort();
    const { exchange } = await send({
      environment: environmentAt(`http://127.0.0.1:${port}`),
      request: { url: '/V1/x' },
    });
    expect(exchange.outcome).toMatchObject({
      kind: 'failed',
      error: { code: 'network.refused', facts: { host: '127.0.0.1', port } },
    });
    expect(exchange.attempts[0]?.hops[0]?.response).toBeNull();
  });

  test('the host has no address', async () => {
    const { send } = createExchangeFixture();
    const { exchange } = await send({
      environment: environmentAt('http://nowhere.invalid'),
      request: { url: '/V1/x', timeoutMs: 15_000 },
    });
    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'network.unresolved' } });
  });

  test('a certificate that nobody trusts, and TLS where there is none', async () => {
    const { send } = createExchangeFixture();
    const secure = await startTortureServer({ isSecure: true });
    try {
      const refused = await send({ environment: environmentAt(secure.url), request: { url: '/json' } });
      expect(refused.exchange.outcome).toMatchObject({
        kind: 'failed',
        error: { code: 'network.tls', facts: { reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' } },
      });
      const unchecked = await send({
        environment: environmentAt(secure.url, { verifiesTls: false }),
        request: { url: '/json' },
      });
      expect(unchecked.exchange.outcome).toMatchObject({ kind: 'response', status: 200 });
      expect(unchecked.exchange.attempts[0]?.hops[0]?.timings.tlsMs).toBeGreaterThan(0);
      const noTls = await send({
        environment: environmentAt(server.url.replace('http:', 'https:')),
        request: { url: '/json', timeoutMs: 2_000 },
      });
      expect(noTls.exchange.outcome).toMatchObject({ kind: 'failed' });
    } finally {
      await secure.close();
    }
  });
});

describe('an answer that is not whole', () => {
  test.each([
    ['/drop-body', 'hello', 'The server closed the connection before the last chunk.'],
    ['/length-too-long', 'hello', 'The server announced 100 bytes and closed the connection after 5.'],
    ['/broken-chunk', 'hello', 'Its chunks are not framed as HTTP demands.'],
    ['/gzip-garbage', '', 'Its content coding (gzip) is damaged or stops before its end.'],
  ])('%s keeps what arrived', async (url, kept, cause) => {
    const { send } = createExchangeFixture();
    const { exchange, body } = await send({ environment: environmentAt(server.url), request: { url } });
    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'network.incomplete', cause } });
    expect(exchange.body).toMatchObject({ isComplete: false, sizeBytes: kept.length });
    expect(body?.toString()).toBe(kept);
  });

  test('a gzip that is cut keeps what could be unpacked', async () => {
    const { send } = createExchangeFixture();
    const { exchange, body, events } = await send({
      environment: environmentAt(server.url),
      request: { url: '/gzip-cut' },
    });
    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'network.incomplete' } });
    expect(body?.toString()).toMatch(/^\{"items":\[\{"sku":"sku-0"\}/);
    expect(events.some((event) => event.kind === 'bodyPart')).toBe(true);
  });

  test('more bytes than announced are left out and told', async () => {
    const { send } = createExchangeFixture();
    const { exchange, body } = await send({
      environment: environmentAt(server.url),
      request: { url: '/length-too-short' },
    });
    expect(exchange.outcome).toMatchObject({ kind: 'response', status: 200 });
    expect(exchange.body).toMatchObject({ isComplete: false, sizeBytes: 5 });
    expect(body?.toString()).toBe('hello');
  });

  test('a timeout in the middle of the body', async () => {
    const { send } = createExchangeFixture();
    const { exchange, body } = await send({
      environment: environmentAt(server.url),
      request: { url: '/stall-body', timeoutMs: 200 },
    });
    expect(exchange.outcome).toMatchObject({
      kind: 'failed',
      error: { code: 'network.timeout', facts: { timeoutMs: 200 } },
    });
    expect(body?.toString()).toBe('hello');
  });
});

describe('cancelling', () => {
  test.each(['/never', '/stall-body'])('%s', async (url) => {
    const { send, recorded } = createExchangeFixture();
    const controller = new AbortController();
    const { exchange, events } = await send({
      environment: environmentAt(server.url),
      request: { url, timeoutMs: 0 },
      signal: controller.signal,
      observe: (event) => {
        const isUnderWay = event.kind === 'progress' && event.phase === (url === '/never' ? 'wait' : 'download');
        if (isUnderWay) controller.abort();
      },
    });
    expect(exchange.outcome).toEqual({ kind: 'cancelled' });
    expect(recorded.finished).toHaveLength(1);
    expect(events.at(-1)?.kind).toBe('failed');
    await expect.poll(() => server.openConnections()).toBe(0);
  });

  test('before anything began', async () => {
    const { send } = createExchangeFixture();
    const before = server.requests.length;
    const { exchange } = await send({
      environment: environmentAt(server.url),
      request: { url: '/json' },
      signal: AbortSignal.abort(),
    });
    expect(exchange.outcome).toEqual({ kind: 'cancelled' });
    expect(server.requests).toHaveLength(before);
  });
});

describe('answers that are no failures of ours', () => {
  test.each([
    ['/rest/V1/html', 'A web page came where JSON was expected.'],
    ['/rest/V1/empty', 'The server reported success but sent no body, where Magento always sends JSON.'],
  ])('%s is explained', async (url, meaning) => {
    const { send } = createExchangeFixture();
    const { exchange } = await send({ environment: environmentAt(server.url), request: { url } });
    expect(exchange).toMatchObject({ outcome: { kind: 'response', status: 200 }, explanation: { meaning } });
  });

  test('an answer without length, and one in other letters', async () => {
    const { send } = createExchangeFixture();
    const whole = await send({ environment: environmentAt(server.url), request: { url: '/no-length' } });
    expect(whole.exchange.body).toMatchObject({ isComplete: true, sizeBytes: 13 });
    const { exchange } = await send({ environment: environmentAt(server.url), request: { url: '/latin1' } });
    expect(exchange.outcome).toEqual({ kind: 'response', status: 200, statusText: 'Très bien' });
    expect(exchange.attempts[0]?.hops[0]?.response?.headers).toContainEqual(['X-Name', 'café']);
  });
});

describe('requests that are refused before they are sent', () => {
  test.each<[string, Parameters<ReturnType<typeof createExchangeFixture>['send']>[0]['request'], ErrorCode, RegExp]>([
    ['an unknown variable', { url: '/{{nope}}/{{other}}' }, 'request.variable', /“nope”, “other”/],
    [
      'a header name with a blank',
      { headers: [{ name: 'X Y', value: '1', isEnabled: true }] },
      'request.header',
      /“X Y”/,
    ],
    [
      'a line break in a value',
      { headers: [{ name: 'X', value: 'a\r\nY: b', isEnabled: true }] },
      'request.header',
      /line break/,
    ],
    [
      'a wrong length',
      { headers: [{ name: 'content-length', value: '7', isEnabled: true }] },
      'request.header',
      /0 bytes/,
    ],
    ['another scheme', { url: 'ftp://127.0.0.1/x' }, 'request.url', /ftp/],
    ['a port out of range', { url: 'http://127.0.0.1:99999/x' }, 'request.url', /99999/],
    ['a host with a blank', { url: 'http://a b/x' }, 'request.url', /“a b”/],
    ['a password in the URL', { url: 'http://user:secret@127.0.0.1/x' }, 'request.url', /user name/],
    ['a method of two words', { method: 'GET IT' }, 'input.invalid', /“GET IT”/],
  ])('%s', async (_case, request, code, message) => {
    const { send, recorded } = createExchangeFixture();
    const before = server.requests.length;
    const { exchange } = await send({ environment: environmentAt(server.url), request: { url: '/json', ...request } });
    expect(exchange).toMatchObject({
      attempts: [],
      outcome: { kind: 'failed', error: { code, message: expect.stringMatching(message) } },
    });
    expect(recorded.finished).toHaveLength(1);
    expect(server.requests).toHaveLength(before);
    expect(JSON.stringify(recorded)).not.toContain('secret@');
  });
});
