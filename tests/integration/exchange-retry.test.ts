// A request signed under the wrong profile is tried once more under the next likely one, against real sandboxes.
import { describe, expect, onTestFinished, test } from 'vitest';
import { defaultSeed } from '#electron/sandbox/seed/default-seed.ts';
import { startSandbox } from '#electron/sandbox/start-sandbox.ts';
import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import type { Request } from '#shared/domain/http/request.ts';
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import { createExchangeFixture, environmentAt, identityOf } from '../support/exchange-fixture.ts';

interface Case {
  readonly store: ServerProfileId;
  readonly environment: ServerProfileId;
  readonly request: Partial<Request>;
  readonly secrets?: Readonly<Record<string, string>>;
}

async function send({ store, environment: profile, request, secrets = {} }: Case) {
  const sandbox = await startSandbox({
    port: 0,
    profile: store,
    seed: defaultSeed(),
    clock: () => Date.now(),
    config: {},
  });
  onTestFinished(() => sandbox.close());
  const fixture = createExchangeFixture();
  const {
    consumerKey = '',
    consumerSecret = '',
    accessToken = '',
    accessTokenSecret = '',
  } = sandbox.accounts.integrations[0] ?? {};
  const identity = identityOf('integration');
  fixture.setSecrets(identity.id, { consumerKey, consumerSecret, accessToken, accessTokenSecret, ...secrets });
  return fixture.send({ environment: environmentAt(sandbox.url, { profile }), identity, request });
}

/** Each attempt as `profile status`. */
const attemptsOf = ({ attempts }: Exchange): string[] =>
  attempts.map(({ profile, hops }) => `${profile ?? ''} ${hops.at(-1)?.response?.status ?? ''}`);

const nonceOf = ({ attempts }: Exchange, index: number): string | undefined =>
  attempts[index]?.signature?.parameters.find(({ name }) => name === 'oauth_nonce')?.value;

const parameter = (name: string, value: string) => ({ name, value, isEnabled: true });

const twelveGroups = {
  url: '/V1/products',
  parameters: Array.from({ length: 12 }, (_, index) => [
    parameter(`searchCriteria[filter_groups][${index}][filters][0][field]`, 'sku'),
    parameter(`searchCriteria[filter_groups][${index}][filters][0][value]`, `${index}`),
  ]).flat(),
};

describe('after a refused signature', () => {
  test.each<readonly [ServerProfileId, ServerProfileId, Partial<Request>, number]>([
    ['magento-2.4.6', 'rfc5849', twelveGroups, 200],
    ['magento-next', 'magento-2.4.4', twelveGroups, 200],
    ['magento-2.4.4', 'magento-2.4.6', { url: '/V1/products/a%2Fb' }, 404],
    ['magento-2.4.6', 'magento-2.4.4', { method: 'DELETE', url: '/V1/products/a%2Fb' }, 404],
  ])(
    'a store that verifies as %s gets the request again, no longer as %s',
    async (store, environment, request, status) => {
      const { exchange, events } = await send({ store, environment, request });
      const [first, second] = attemptsOf(exchange);
      expect(first).toBe(`${environment} 401`);
      expect(second).toMatch(new RegExp(` ${status}$`));
      expect(exchange).toMatchObject({ outcome: { kind: 'response', status } });
      expect(exchange.attempts).toHaveLength(2);
      expect(exchange.suggestedProfile).toBe(exchange.attempts[1]?.profile);
      expect(nonceOf(exchange, 0)).not.toBe(nonceOf(exchange, 1));
      expect(events.filter(({ kind }) => kind === 'head')).toHaveLength(1);
    },
  );

  test('it is tried once, not for ever, and the last answer is kept whole', async () => {
    const request = twelveGroups;
    const { exchange, body } = await send({ store: 'magento-next', environment: 'rfc5849', request });
    expect(attemptsOf(exchange)).toEqual(['rfc5849 401', 'magento-2.4.6 401']);
    expect(exchange.suggestedProfile).toBeNull();
    expect(exchange.body).toMatchObject({ isComplete: true });
    expect(body?.toString()).toContain('The signature is invalid');
  });

  test.each<readonly [string, Case]>([
    [
      'no other profile signs this request otherwise',
      {
        store: 'magento-2.4.4',
        environment: 'magento-2.4.4',
        request: { url: '/V1/modules' },
        secrets: { accessTokenSecret: 'x'.repeat(32) },
      },
    ],
    [
      'the method is not idempotent',
      {
        store: 'magento-2.4.6',
        environment: 'magento-2.4.4',
        request: { method: 'POST', url: '/V1/products/a%2Fb/media', body: { kind: 'json', text: '{}' } },
      },
    ],
    [
      'it was not the signature that was refused',
      {
        store: 'magento-2.4.4',
        environment: 'magento-2.4.4',
        request: twelveGroups,
        secrets: { consumerKey: 'k'.repeat(32) },
      },
    ],
  ])('nothing is sent again where %s', async (_, theCase) => {
    const { exchange, body } = await send(theCase);
    expect(attemptsOf(exchange)).toEqual([`${theCase.environment} 401`]);
    expect(exchange.suggestedProfile).toBeNull();
    expect(body?.toString()).toContain('message');
  });
});
