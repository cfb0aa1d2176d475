// Tokens of admins and customers, fetched from a store that counts and refuses.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppError } from '#shared/errors/app-error.ts';
import { createExchangeFixture, environmentAt, type ExchangeFixture, identityOf } from '../support/exchange-fixture.ts';
import { startTortureServer, type TortureServer, writeAnswer } from '../support/torture-server.ts';

const adminRoute = '/rest/default/V1/integration/admin/token';
const customerRoute = '/rest/default/V1/integration/customer/token';
const admin = identityOf('admin', 'admin');
const customer = identityOf('customer', 'jane@example.com');
const password = 'correct horse';

let server: TortureServer;
let fixture: ExchangeFixture;
beforeEach(async () => {
  server = await startTortureServer();
});
afterEach(() => server.close());

const jwt = (claims: object): string =>
  ['{"alg":"HS256"}', JSON.stringify(claims), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

/** Answers the token route with what `issue` makes, and lets only the latest token in. */
function setUp(issue: (count: number) => string = (count) => `opaque${count}0123456789`): void {
  fixture = createExchangeFixture();
  fixture.setSecrets(admin.id, { password });
  fixture.setSecrets(customer.id, { password });
  let count = 0;
  let valid = '';
  for (const route of [adminRoute, customerRoute]) {
    server.on(route, (socket) => {
      count += 1;
      valid = issue(count);
      writeAnswer(socket, { body: JSON.stringify(valid) });
    });
  }
  server.on('/rest/default/V1/me', (socket, { headers }) => {
    const isAllowed = headers.some(([name, value]) => name === 'Authorization' && value === `Bearer ${valid}`);
    writeAnswer(socket, { status: isAllowed ? '200 OK' : '401 Unauthorized', body: '{}' });
  });
}

const tokenCalls = (): number => server.requests.filter(({ target }) => target.endsWith('/token')).length;
const environment = () => environmentAt(server.url);
const send = (identity = admin) => fixture.send({ environment: environment(), identity, request: { url: '/V1/me' } });
const obtain = (identity = admin) => fixture.tokens.obtain(environment(), identity, new AbortController().signal);
const refusal = async (identity = admin) =>
  obtain(identity).then(
    () => null,
    (error: unknown) => (error as AppError).data,
  );

describe('obtaining', () => {
  test('user name and password go to the store’s own route, the token to the request', async () => {
    setUp();
    const { exchange, events } = await send(customer);
    expect(exchange.outcome).toMatchObject({ kind: 'response', status: 200 });
    expect(server.requests.map(({ method, target, body }) => [method, target, body.toString()])).toEqual([
      ['POST', customerRoute, JSON.stringify({ username: 'jane@example.com', password })],
      ['GET', '/rest/default/V1/me', ''],
    ]);
    expect(events).toContainEqual({ kind: 'progress', phase: 'token', bytes: 0, totalBytes: null });
    expect(exchange.attempts[0]?.hops[0]?.request.headers).toContainEqual(['Authorization', 'Bearer ••••••••']);
  });

  test('twenty requests at once ask for one token', async () => {
    setUp();
    const exchanges = await Promise.all(Array.from({ length: 20 }, () => send()));
    expect(exchanges.map(({ exchange }) => exchange.outcome)).toEqual(
      Array.from({ length: 20 }, () => ({ kind: 'response', status: 200, statusText: 'OK' })),
    );
    expect(tokenCalls()).toBe(1);
  });

  test('one who gives up does not take the token from the others', async () => {
    setUp();
    const impatient = new AbortController();
    const abandoned = fixture.tokens.obtain(environment(), admin, impatient.signal);
    const patient = obtain();
    impatient.abort();
    await expect(abandoned).rejects.toThrow('Cancelled');
    await expect(patient).resolves.toMatchObject({ value: 'opaque10123456789' });
    expect(tokenCalls()).toBe(1);
  });

  test('when all give up the call ends, and the next one starts anew', async () => {
    setUp();
    server.on(adminRoute, () => undefined);
    const controller = new AbortController();
    const abandoned = fixture.tokens.obtain(environment(), admin, controller.signal);
    await expect.poll(() => server.requests.length).toBe(1);
    controller.abort();
    await expect(abandoned).rejects.toThrow('Cancelled');
    await expect.poll(() => server.openConnections()).toBe(0);
    server.on(adminRoute, (socket) => writeAnswer(socket, { body: '"later0123456789"' }));
    await expect(obtain()).resolves.toMatchObject({ value: 'later0123456789' });
  });
});

describe('keeping', () => {
  test('a JWT lives until shortly before its exp', async () => {
    setUp(() => jwt({ uid: 1, exp: Math.floor(fixture.clock.now() / 1000) + 3600 }));
    const token = await obtain();
    expect(fixture.tokens.state(admin.id)).toEqual({
      kind: 'signedIn',
      expiresAt: new Date(token.expiresAt ?? 0).toISOString(),
    });
    fixture.clock.advance(3_560_000);
    await obtain();
    expect(tokenCalls()).toBe(1);
    fixture.clock.advance(20_000);
    await obtain();
    expect(tokenCalls()).toBe(2);
  });

  test.each([
    ['admin', admin, 4 * 3_600_000],
    ['customer', customer, 3_600_000],
  ])('an opaque token of %s has the default lifetime', async (_kind, identity, lifetimeMs) => {
    setUp();
    const before = fixture.clock.now();
    const { expiresAt } = await obtain(identity);
    expect((expiresAt ?? 0) - before - lifetimeMs).toBeLessThan(5_000);
    fixture.clock.advance(lifetimeMs + 10_000);
    expect(fixture.tokens.state(identity.id).kind).toBe('expired');
  });

  test('a token of an earlier session is used, but never at another base URL', async () => {
    setUp();
    fixture.storedTokens.set(admin.id, { value: 'stored0123456789', expiresAt: null, issuer: server.url });
    await fixture.tokens.load([admin.id]);
    expect(fixture.tokens.state(admin.id)).toEqual({ kind: 'signedIn', expiresAt: null });
    await expect(obtain()).resolves.toMatchObject({ value: 'stored0123456789' });
    const elsewhere = environmentAt(server.url.replace('127.0.0.1', 'localhost'));
    const other = await fixture.tokens.obtain(elsewhere, admin, new AbortController().signal);
    expect(other).toMatchObject({ value: 'opaque10123456789', issuer: elsewhere.baseUrl });
  });

  test('what changes is told', async () => {
    setUp();
    const told: string[] = [];
    const stop = fixture.tokens.onChange((id) => told.push(id));
    await obtain();
    fixture.tokens.forget(admin.id);
    stop();
    expect(told).toEqual([admin.id, admin.id]);
    expect(fixture.tokens.state(admin.id)).toEqual({ kind: 'none' });
    expect(fixture.storedTokens.size).toBe(0);
  });
});

describe('a 401 for the request', () => {
  test('renews a token of an earlier session once, as a second attempt', async () => {
    setUp();
    fixture.storedTokens.set(admin.id, { value: 'revoked0123456789', expiresAt: null, issuer: server.url });
    const { exchange } = await send();
    expect(exchange.outcome).toMatchObject({ kind: 'response', status: 200 });
    expect(exchange.attempts.map(({ hops }) => hops.at(-1)?.response?.status)).toEqual([401, 200]);
    expect(tokenCalls()).toBe(1);
  });

  test('is the answer where the token is fresh', async () => {
    setUp();
    server.on('/rest/default/V1/me', (socket) => writeAnswer(socket, { status: '401 Unauthorized', body: '{}' }));
    await send();
    const { exchange } = await send();
    expect(exchange.outcome).toMatchObject({ kind: 'response', status: 401 });
    expect(exchange.attempts).toHaveLength(1);
    expect(tokenCalls()).toBe(1);
  });

  const revoke = (): void =>
    server.on('/rest/default/V1/me', (socket, { headers }) => {
      const isOld = headers.some(([name, value]) => name === 'Authorization' && value.includes('opaque1'));
      writeAnswer(socket, { status: isOld ? '401 Unauthorized' : '200 OK', body: '{}' });
    });

  test('renews an opaque token that the store forgot before its guessed expiry', async () => {
    setUp();
    await send();
    fixture.clock.advance(10_000);
    revoke();
    const { exchange } = await send();
    expect(exchange.outcome).toMatchObject({ kind: 'response', status: 200 });
    expect(tokenCalls()).toBe(2);
  });

  test('renews a JWT that was revoked some minutes after the store last let it in', async () => {
    setUp((count) => jwt({ uid: count, exp: Math.floor(fixture.clock.now() / 1000) + 3600 }));
    const token = await obtain();
    fixture.clock.advance(110_000);
    await send();
    server.on('/rest/default/V1/me', (socket, { headers }) => {
      const isOld = headers.some(([name, value]) => name === 'Authorization' && value.includes(token.value));
      writeAnswer(socket, { status: isOld ? '401 Unauthorized' : '200 OK', body: '{}' });
    });
    fixture.clock.advance(110_000);
    expect((await send()).exchange.outcome).toMatchObject({ status: 401 });
    fixture.clock.advance(20_000);
    const { exchange } = await send();
    expect(exchange.outcome).toMatchObject({ kind: 'response', status: 200 });
    expect(tokenCalls()).toBe(2);
  });

  test('of a missing right fetches one token, not one at each send', async () => {
    setUp();
    server.on('/rest/default/V1/me', (socket) => writeAnswer(socket, { status: '401 Unauthorized', body: '{}' }));
    await send();
    for (let count = 0; count < 4; count += 1) {
      fixture.clock.advance(5 * 60_000);
      const { exchange } = await send();
      expect(exchange.outcome).toMatchObject({ kind: 'response', status: 401 });
    }
    expect(tokenCalls()).toBe(2);
  });

  test('renews once near the expiry and no more', async () => {
    setUp(() => jwt({ exp: Math.floor(fixture.clock.now() / 1000) + 3600 }));
    server.on('/rest/default/V1/me', (socket) => writeAnswer(socket, { status: '401 Unauthorized', body: '{}' }));
    await obtain();
    fixture.clock.advance(3_400_000);
    const { exchange } = await send();
    expect(exchange.outcome).toMatchObject({ kind: 'response', status: 401 });
    expect(exchange.attempts).toHaveLength(2);
    expect(tokenCalls()).toBe(2);
  });
});

describe('a refusal', () => {
  const refuse = (status: string, body: string, type = 'application/json'): void =>
    server.on(adminRoute, (socket) => writeAnswer(socket, { status, headers: [['Content-Type', type]], body }));

  test('is remembered until the password changes', async () => {
    setUp();
    refuse(
      '401 Unauthorized',
      '{"message":"The account sign-in was incorrect or your account is disabled temporarily."}',
    );
    const { exchange } = await send();
    expect(exchange).toMatchObject({ attempts: [], outcome: { kind: 'failed', error: { code: 'identity.refused' } } });
    await send();
    expect(tokenCalls()).toBe(1);
    expect(fixture.tokens.state(admin.id)).toEqual({
      kind: 'refused',
      message: 'The store refused the user name and password of “The admin”.',
    });
    fixture.setSecrets(admin.id, { password: 'another one' });
    await send();
    expect(tokenCalls()).toBe(2);
    fixture.tokens.forget(admin.id);
    await send();
    expect(tokenCalls()).toBe(3);
  });

  test.each([
    [
      '400 Bad Request',
      '{"message":"Please use the 2fa provider-specific endpoints to obtain a token.","parameters":{"active_providers":["google","authy"]}}',
      'application/json',
      { code: 'identity.refused', message: 'The store wants a second factor from “The admin” (google, authy).' },
    ],
    [
      '200 OK',
      '<!doctype html><title>Maintenance</title>',
      'text/html',
      { code: 'identity.answer', cause: expect.stringContaining('web page') },
    ],
    ['200 OK', '{"token":"x"}', 'application/json', { code: 'identity.answer' }],
    [
      '500 Internal Server Error',
      '{"message":"Boom"}',
      'application/json',
      { code: 'identity.answer', cause: 'It says: Boom' },
    ],
  ])('%s %s', async (status, body, type, expected) => {
    setUp();
    refuse(status, body, type);
    expect(await refusal()).toMatchObject(expected);
  });

  test('a password is not sent after a redirect', async () => {
    setUp();
    server.on(adminRoute, (socket) =>
      writeAnswer(socket, { status: '301 Moved Permanently', headers: [['Location', 'https://shop.test/rest?x=1']] }),
    );
    expect(await refusal()).toMatchObject({
      code: 'identity.answer',
      cause: expect.stringContaining('https://shop.test/rest,'),
    });
    expect(server.requests).toHaveLength(1);
  });

  test('a missing password is named, and nothing is sent', async () => {
    setUp();
    fixture.setSecrets(admin.id, {});
    expect(await refusal()).toMatchObject({ code: 'identity.credential', facts: { field: 'password' } });
    expect(server.requests).toHaveLength(0);
  });

  test('a store that can’t be reached is the network’s failure', async () => {
    setUp();
    server.on(adminRoute, (socket) => socket.destroy());
    expect(await refusal()).toMatchObject({ code: 'network.reset' });
    expect(fixture.tokens.state(admin.id)).toEqual({ kind: 'none' });
  });
});
