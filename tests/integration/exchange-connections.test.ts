// Kept connections, content codings, and bodies of every size.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createExchangeFixture, environmentAt, identityOf, integrationSecrets } from '../support/exchange-fixture.ts';
import { startTortureServer, type TortureServer, writeAnswer } from '../support/torture-server.ts';

let server: TortureServer;
beforeAll(async () => {
  server = await startTortureServer();
});
afterAll(() => server.close());

describe('connections and codings', () => {
  test('a connection is used again, and the timings say so', async () => {
    const { send } = createExchangeFixture();
    const before = server.connectionCount();
    const environment = environmentAt(server.url);
    const first = await send({ environment, request: { url: '/json' } });
    const second = await send({ environment, request: { url: '/json' } });
    const timings = [first, second].map(({ exchange }) => exchange.attempts[0]?.hops[0]?.timings);
    expect(server.connectionCount()).toBe(before + 1);
    expect(timings).toMatchObject([
      {
        isConnectionReused: false,
        connectMs: expect.any(Number),
        dnsMs: null,
        waitMs: expect.any(Number),
        receiveMs: expect.any(Number),
      },
      { isConnectionReused: true, connectMs: null, dnsMs: null, tlsMs: null, waitMs: expect.any(Number) },
    ]);
  });

  test('a connection that the server closed in the meantime is replaced, signed anew', async () => {
    let isFirst = true;
    server.on('/stale', (socket, { target }) => {
      if (target.includes('prepare')) writeAnswer(socket, { body: '{}' });
      else if (isFirst) {
        isFirst = false;
        socket.destroy();
      } else writeAnswer(socket, { body: '{}' });
    });
    const { send, setSecrets } = createExchangeFixture();
    setSecrets('identity-integration', integrationSecrets);
    const options = { environment: environmentAt(server.url), identity: identityOf('integration') };
    await send({
      ...options,
      request: { url: '/stale', parameters: [{ name: 'prepare', value: null, isEnabled: true }] },
    });
    const { exchange } = await send({ ...options, request: { url: '/stale' } });
    expect(exchange.outcome).toMatchObject({ kind: 'response', status: 200 });
    expect(exchange.attempts[0]?.hops.map((hop) => hop.response?.status ?? null)).toEqual([null, 200]);
    const [lost, repeated] = server.requests
      .slice(-2)
      .map(({ headers }) => headers.find(([name]) => name === 'Authorization')?.[1]);
    expect(lost).toMatch(/^OAuth /);
    expect(lost).not.toBe(repeated);
  });

  test.each(['/gzip', '/br', '/deflate', '/deflate-raw', '/gzip-then-br'])(
    '%s is decoded and both sizes are told',
    async (url) => {
      const { send } = createExchangeFixture();
      const { exchange, body } = await send({ environment: environmentAt(server.url), request: { url } });
      expect(exchange.body?.isComplete).toBe(true);
      expect(exchange.body?.wireSizeBytes).toBeLessThan(exchange.body?.sizeBytes ?? 0);
      expect(JSON.parse(body?.toString() ?? '')).toMatchObject({ items: { length: 2_000 } });
    },
  );

  test('an unknown coding is left as it is', async () => {
    const { send } = createExchangeFixture();
    const { exchange, body } = await send({
      environment: environmentAt(server.url),
      request: { url: '/unknown-coding' },
    });
    expect(exchange.outcome).toMatchObject({ kind: 'response' });
    expect(body?.toString()).toMatch(/^\{"items"/);
  });

  test('an upload tells how far it is', async () => {
    const { send } = createExchangeFixture();
    const text = JSON.stringify('x'.repeat(3_000_000));
    const { events, exchange } = await send({
      environment: environmentAt(server.url),
      request: { url: '/echo', method: 'POST', body: { kind: 'json', text } },
    });
    expect(exchange.outcome).toMatchObject({ kind: 'response', status: 200 });
    expect(events).toContainEqual({ kind: 'progress', phase: 'upload', bytes: text.length, totalBytes: text.length });
    expect(server.requests.at(-1)?.body.length).toBe(text.length);
  });
});

describe('large answers', () => {
  const megabyte = 1024 * 1024;
  const big = (bytes: number) => ({
    environment: environmentAt(server.url),
    request: { url: '/big', parameters: [{ name: 'bytes', value: String(bytes), isEnabled: true }], timeoutMs: 0 },
  });

  test.each([
    ['memory', megabyte],
    ['file', megabyte + 1],
  ])('are kept in %s at %i bytes', async (kind, bytes) => {
    const { send, recorded } = createExchangeFixture();
    const { exchange, events, body } = await send(big(bytes));
    expect(exchange.body).toMatchObject({ sizeBytes: bytes, wireSizeBytes: bytes, isComplete: true, isMasked: false });
    expect(body?.length).toBe(bytes);
    expect(recorded.finished[0]?.kept?.kind).toBe(kind);
    const parts = events.flatMap((event) => (event.kind === 'bodyPart' ? [event.bytes] : []));
    expect(Buffer.concat(parts).equals(body?.subarray(0, 256 * 1024) ?? Buffer.alloc(0))).toBe(true);
  });

  test('200 MB go to disk while memory stays flat', async () => {
    const { send, recorded } = createExchangeFixture();
    await send(big(2 * megabyte));
    const before = process.memoryUsage().rss;
    let highest = before;
    const { exchange } = await send({
      ...big(200 * megabyte),
      observe: () => (highest = Math.max(highest, process.memoryUsage().rss)),
    });
    expect(exchange.body).toMatchObject({ sizeBytes: 200 * megabyte, isComplete: true });
    const [, record] = recorded.finished;
    expect(record?.kept).toMatchObject({ kind: 'file', sizeBytes: 200 * megabyte, sha256: record?.fileSha256 });
    // The server writes from this very process, so the bound is loose; held whole, the body alone would exceed it.
    expect(highest - before).toBeLessThan(150 * megabyte);
  }, 60_000);

  test('cancelled in the middle leave no file behind', async () => {
    const { send, spilled } = createExchangeFixture();
    const controller = new AbortController();
    const { exchange } = await send({
      ...big(500 * megabyte),
      signal: controller.signal,
      observe: (event) => {
        if (event.kind === 'progress' && event.phase === 'download' && event.bytes > 4 * megabyte) controller.abort();
      },
    });
    expect(exchange.outcome).toEqual({ kind: 'cancelled' });
    expect(exchange.body).toMatchObject({ isComplete: false });
    expect(spilled()).toEqual([]);
    await expect.poll(() => server.openConnections()).toBe(0);
  });
});
