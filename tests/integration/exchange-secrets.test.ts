// No secret in anything that is kept or told at the end: searched byte by byte, in every spelling.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Request } from '#shared/domain/http/request.ts';
import {
  createExchangeFixture,
  environmentAt,
  type ExchangeFixture,
  identityOf,
  integrationSecrets,
} from '../support/exchange-fixture.ts';
import { startTortureServer, type TortureServer, writeAnswer } from '../support/torture-server.ts';

let server: TortureServer;
beforeAll(async () => {
  server = await startTortureServer();
});
afterAll(() => server.close());

const password = 'pä"ss/w&rd 1';
const spellings = [
  password,
  JSON.stringify(password).slice(1, -1),
  'p\\u00e4\\"ss\\/w&rd 1',
  encodeURIComponent(password),
  'p%C3%A4%22ss%2Fw%26rd+1',
];

function expectNoSecret(fixture: ExchangeFixture, secrets: readonly string[]): void {
  const { begun, finished } = fixture.recorded;
  const kept = [
    JSON.stringify([begun, finished.map(({ exchange }) => exchange)]),
    ...finished.map(({ body }) => body?.toString() ?? ''),
  ];
  for (const text of kept) {
    for (const secret of secrets) expect(text).not.toContain(secret);
  }
}

const everywhere = (secret: string): Partial<Request> => ({
  method: 'POST',
  url: `/echo`,
  parameters: [
    { name: 'q', value: encodeURIComponent(secret), isEnabled: true },
    { name: 'password', value: 'typed-in-the-url', isEnabled: true },
  ],
  headers: [
    { name: 'X-Note', value: `see ${secret}`, isEnabled: true },
    { name: 'Cookie', value: 'PHPSESSID=cookievalue', isEnabled: true },
  ],
  body: { kind: 'json', text: JSON.stringify({ note: secret, customer: { password: 'typed-in-the-body' } }) },
  notes: `mine is ${secret}`,
});

test('an admin’s password and token', async () => {
  const fixture = createExchangeFixture();
  fixture.setSecrets('identity-admin', { password });
  const token = 'tokentokentoken0123';
  server.on('/rest/default/V1/integration/admin/token', (socket) =>
    writeAnswer(socket, { body: JSON.stringify(token) }),
  );
  server.on('/echo', (socket, { headers, body, target }) =>
    writeAnswer(socket, {
      headers: [
        ['Content-Type', 'application/json'],
        ['Set-Cookie', 'PHPSESSID=setcookievalue; path=/'],
        ['X-Echo', target],
      ],
      body: JSON.stringify({
        note: Buffer.from(headers.find(([name]) => name === 'X-Note')?.[1] ?? '', 'latin1').toString('utf8'),
        bearer: headers.find(([name]) => name === 'Authorization')?.[1],
        body: body.toString(),
        spellings,
      }),
    }),
  );
  const { exchange, body, events } = await fixture.send({
    environment: environmentAt(server.url),
    identity: identityOf('admin', 'admin'),
    request: everywhere(password),
  });
  expect(exchange.outcome).toMatchObject({ kind: 'response', status: 200 });
  expect(exchange.body?.isMasked).toBe(true);
  expectNoSecret(fixture, [
    ...spellings,
    token,
    'cookievalue',
    'setcookievalue',
    'typed-in-the-url',
    'typed-in-the-body',
  ]);
  expect(JSON.stringify(events.filter(({ kind }) => kind !== 'bodyPart'))).not.toContain(token);
  // The rest of the answer is as it came, and the live view shows the answer itself.
  expect(JSON.parse(body?.toString() ?? '')).toHaveProperty('spellings');
  const live = Buffer.concat(events.flatMap((event) => (event.kind === 'bodyPart' ? [event.bytes] : [])));
  expect(live.toString()).toContain(token);
});

test('the four values of an integration, in the signature too', async () => {
  const fixture = createExchangeFixture();
  fixture.setSecrets('identity-integration', integrationSecrets);
  const { exchange } = await fixture.send({
    environment: environmentAt(server.url),
    identity: identityOf('integration'),
    request: everywhere(integrationSecrets.consumerSecret),
  });
  expect(exchange.attempts[0]?.signature?.parameters).toContainEqual(
    expect.objectContaining({ name: 'oauth_consumer_key', value: 'cons…hijk' }),
  );
  expect(exchange.attempts[0]?.hops[0]?.request.headers.find(([name]) => name === 'Authorization')?.[1]).toMatch(
    /oauth_consumer_key="cons…hijk".*oauth_signature="[^"]{20,}"/,
  );
  expectNoSecret(fixture, Object.values(integrationSecrets));
});

test('the bare answer of a token route', async () => {
  const fixture = createExchangeFixture();
  server.on('/rest/default/V1/integration/customer/token', (socket) =>
    writeAnswer(socket, { body: '"freshtoken0123456789"' }),
  );
  const { body, exchange } = await fixture.send({
    environment: environmentAt(server.url),
    request: {
      method: 'POST',
      url: '/V1/integration/customer/token',
      body: { kind: 'json', text: '{"username":"jane","password":"Password1!"}' },
    },
  });
  expect(body?.toString()).toBe('"••••••••"');
  expect(exchange.body?.isMasked).toBe(true);
  expectNoSecret(fixture, ['freshtoken0123456789', 'Password1!']);
});

test('a secret in a body that goes to disk, also across the edges of its parts', async () => {
  const fixture = createExchangeFixture();
  fixture.setSecrets('identity-integration', integrationSecrets);
  const secret = integrationSecrets.accessTokenSecret;
  const filler = 'x'.repeat(99_991);
  server.on('/large', (socket) => writeAnswer(socket, { body: `${filler}${secret}`.repeat(30) }));
  const { exchange, body } = await fixture.send({
    environment: environmentAt(server.url),
    identity: identityOf('integration'),
    request: { url: '/large' },
  });
  expect(exchange.body).toMatchObject({ isMasked: true, isComplete: true });
  expect(fixture.recorded.finished[0]?.kept).toMatchObject({
    kind: 'file',
    sha256: fixture.recorded.finished[0]?.fileSha256,
  });
  expect(body?.toString()).toBe(`${filler}••••••••`.repeat(30));
});

test('what is secret by its name in a body that goes to disk', async () => {
  const fixture = createExchangeFixture();
  const row = (index: number): object => ({
    id: index,
    name: 'x'.repeat(index % 101),
    token: `namedsecret${index}`,
    nested: { consumer_secret: `namedsecret, "${index}"` },
  });
  const rows = Array.from({ length: 10_000 }, (_, index) => row(index));
  server.on('/named', (socket) => writeAnswer(socket, { body: JSON.stringify(rows) }));
  const { exchange, body } = await fixture.send({
    environment: environmentAt(server.url),
    request: { url: '/named' },
  });
  expect(exchange.body).toMatchObject({ isMasked: true, isComplete: true });
  expect(exchange.body?.sizeBytes).toBeGreaterThan(1_200_000);
  expect(fixture.recorded.finished[0]?.kept?.kind).toBe('file');
  expect(body?.includes('namedsecret')).toBe(false);
  const covered = { token: '••••••••', nested: { consumer_secret: '••••••••' } };
  expect(JSON.parse(body?.toString() ?? '')).toEqual(rows.map((each) => ({ ...each, ...covered })));
});
