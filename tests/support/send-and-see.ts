import { expect } from 'vitest';
import { createExchangeFixture, environmentAt, integrationSecrets, type SendOptions } from './exchange-fixture.ts';
import type { RawRequest, TortureServer } from './torture-server.ts';

/** Sends to `server` and answers with the last request that `seenBy` saw; the record must say the same. */
export async function sendAndSee(
  server: TortureServer,
  options: Partial<SendOptions>,
  seenBy: TortureServer = server,
): Promise<RawRequest> {
  const fixture = createExchangeFixture();
  fixture.setSecrets('identity-integration', integrationSecrets);
  const { exchange } = await fixture.send({ environment: environmentAt(server.url), request: {}, ...options });
  expect(exchange.outcome).toMatchObject({ kind: 'response' });
  const seen = seenBy.requests.at(-1);
  if (!seen) throw new Error('The server saw no request');
  const recorded = exchange.attempts.at(-1)?.hops.at(-1)?.request;
  const target = Buffer.from(seen.target, 'latin1').toString('utf8');
  expect(recorded?.url).toBe(`${seenBy.url}${target}`);
  expect(recorded?.headers.map(([name]) => name)).toEqual(seen.headers.map(([name]) => name));
  return seen;
}
