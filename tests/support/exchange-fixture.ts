// An exchange service as the app composes it, over memory: what it recorded and told can be looked at afterwards.
import { randomBytes, randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { TokenService, type Token, type TokenStore } from '#electron/core/auth/token-service.ts';
import { ExchangeService } from '#electron/core/exchange/exchange-service.ts';
import { createTransport } from '#electron/core/exchange/transport.ts';
import type { KeptBody, Recorder } from '#electron/core/history/recorder.ts';
import type { Environment } from '#shared/domain/environment/environment.ts';
import type { ExchangeEvent } from '#shared/domain/exchange/exchange-events.ts';
import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import type { Request } from '#shared/domain/http/request.ts';
import type { Identity, IdentityKind } from '#shared/domain/identity/identity.ts';
import { readFileSync } from 'node:fs';
import { temporaryDirectory } from './temporary-directory.ts';

export interface Recorded {
  readonly begun: readonly Exchange[];
  readonly finished: readonly { readonly exchange: Exchange; readonly body: Buffer | null }[];
}

export interface ExchangeFixture {
  readonly service: ExchangeService;
  readonly tokens: TokenService;
  readonly recorded: Recorded;
  readonly storedTokens: Map<string, Token>;
  /** The time that services see; starts at the real one. */
  readonly clock: { now(): number; advance(ms: number): void };
  /** Changes a secret of an identity, as its settings would. */
  setSecrets(identityId: string, secrets: Readonly<Record<string, string>>): void;
  send(
    options: SendOptions,
  ): Promise<{ readonly exchange: Exchange; readonly events: readonly ExchangeEvent[]; readonly body: Buffer | null }>;
}

export interface SendOptions {
  readonly environment: Environment;
  readonly identity?: Identity;
  readonly request: Partial<Request>;
  readonly isExact?: boolean;
  readonly signal?: AbortSignal;
  readonly observe?: (event: ExchangeEvent) => void;
}

export const emptyRequest: Request = {
  method: 'GET',
  url: '',
  parameters: [],
  headers: [],
  body: { kind: 'none' },
  sendAs: null,
  timeoutMs: 10_000,
  notes: '',
};

export const environmentAt = (baseUrl: string, changes: Partial<Environment> = {}): Environment => ({
  id: 'environment',
  name: 'Torture',
  baseUrl,
  storeCode: 'default',
  storeCodes: ['default'],
  release: '',
  profile: 'magento-2.4.4',
  colour: 'grey',
  isProduction: false,
  verifiesTls: true,
  variables: [],
  notes: '',
  origin: 'user',
  ...changes,
});

export const identityOf = (kind: IdentityKind, username = ''): Identity => ({
  id: `identity-${kind}`,
  environmentId: 'environment',
  name: `The ${kind}`,
  kind,
  username,
});

const readKept = (body: KeptBody | null): Buffer | null =>
  body === null ? null : body.kind === 'memory' ? Buffer.from(body.bytes) : readFileSync(body.path);

/** A recorder in memory; it reads a spilled body before it is removed. */
function createMemoryRecorder(): { readonly recorder: Recorder; readonly recorded: Recorded } {
  const begun: Exchange[] = [];
  const finished: { exchange: Exchange; body: Buffer | null }[] = [];
  return {
    recorded: { begun, finished },
    recorder: {
      begin: (exchange) => void begun.push(exchange),
      finish: async (exchange, body) => void finished.push({ exchange, body: readKept(body) }),
    },
  };
}

export function createExchangeFixture(): ExchangeFixture {
  const transport = createTransport();
  onTestFinished(() => transport.close());
  const { recorder, recorded } = createMemoryRecorder();
  const secrets = new Map<string, Readonly<Record<string, string>>>();
  const storedTokens = new Map<string, Token>();
  const tokenStore: TokenStore = {
    read: async (id) => storedTokens.get(id) ?? null,
    write: async (id, token) => void (token ? storedTokens.set(id, token) : storedTokens.delete(id)),
  };
  let advancedMs = 0;
  const clock = {
    now: () => Date.now() + advancedMs,
    advance: (ms: number) => void (advancedMs += ms),
  };
  const source = { read: async (identity: Identity) => secrets.get(identity.id) ?? {} };
  const tokens = new TokenService({ clock, secrets: source, transport, tokens: tokenStore });
  const service = new ExchangeService({
    transport,
    tokens,
    secrets: source,
    recorder,
    clock,
    random: { uuid: randomUUID, bytes: (size) => randomBytes(size) },
    spillDirectory: temporaryDirectory(),
    version: '0.0.0-test',
  });
  return {
    service,
    tokens,
    recorded,
    storedTokens,
    clock,
    setSecrets: (identityId, values) => void secrets.set(identityId, values),
    send: async ({ environment, identity = identityOf('guest'), request, isExact = false, signal, observe }) => {
      const events: ExchangeEvent[] = [];
      const exchange = await service.send(
        { request: { ...emptyRequest, ...request }, requestName: 'Test', environment, identity, isExact },
        (event) => {
          events.push(event);
          observe?.(event);
        },
        signal ?? new AbortController().signal,
      );
      return {
        exchange,
        events,
        body: recorded.finished.find((entry) => entry.exchange.id === exchange.id)?.body ?? null,
      };
    },
  };
}
