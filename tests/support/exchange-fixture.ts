// An exchange service as the app composes it, over memory: what it recorded and told can be looked at afterwards.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
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
import { temporaryDirectory } from './temporary-directory.ts';

export interface Recorded {
  readonly begun: readonly Exchange[];
  readonly finished: readonly FinishedRecord[];
}

export interface FinishedRecord {
  readonly exchange: Exchange;
  /** The kept bytes; null for a body above 8 MB. */
  readonly body: Buffer | null;
  readonly kept: KeptBody | null;
  /** Of the spill file as it lay on disk; null for a body in memory. */
  readonly fileSha256: string | null;
}

export interface ExchangeFixture {
  readonly service: ExchangeService;
  readonly tokens: TokenService;
  readonly recorded: Recorded;
  readonly storedTokens: Map<string, Token>;
  /** The spill files that lie there now. */
  spilled(): string[];
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
  isExact: false,
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
  profileOrigin: { kind: 'default', at: null },
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

/** The four values of an integration, as long as Magento's. */
export const integrationSecrets = {
  consumerKey: 'consumerkey0123456789abcdefghijk',
  consumerSecret: 'consumersecret0123456789abcdefgh',
  accessToken: 'accesstoken0123456789abcdefghijk',
  accessTokenSecret: 'tokensecret0123456789abcdefghijk',
};

const largestBodyBytes = 8 * 1024 * 1024;

const readKept = (body: KeptBody | null): Buffer | null => {
  if (body === null) return null;
  if (body.kind === 'memory') return Buffer.from(body.bytes);
  return body.sizeBytes > largestBodyBytes ? null : readFileSync(body.path);
};

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
}

/** A recorder in memory; it reads a spilled body before it is removed. */
function createMemoryRecorder(): { readonly recorder: Recorder; readonly recorded: Recorded } {
  const begun: Exchange[] = [];
  const finished: FinishedRecord[] = [];
  return {
    recorded: { begun, finished },
    recorder: {
      begin: (exchange) => void begun.push(exchange),
      finish: async (exchange, body) => {
        const fileSha256 = body?.kind === 'file' ? await hashFile(body.path) : null;
        finished.push({ exchange, body: readKept(body), kept: body, fileSha256 });
      },
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
    read: (id) => Promise.resolve(storedTokens.get(id) ?? null),
    write: (id, token) => {
      if (token) storedTokens.set(id, token);
      else storedTokens.delete(id);
      return Promise.resolve();
    },
  };
  let advancedMs = 0;
  const clock = {
    now: () => Date.now() + advancedMs,
    advance: (ms: number) => void (advancedMs += ms),
  };
  const source = { read: (identity: Identity) => Promise.resolve(secrets.get(identity.id) ?? {}) };
  const tokens = new TokenService({ clock, secrets: source, transport, tokens: tokenStore });
  const spillDirectory = temporaryDirectory();
  const service = new ExchangeService({
    transport,
    tokens,
    secrets: source,
    recorder,
    clock,
    random: { uuid: randomUUID, bytes: (size) => randomBytes(size) },
    spillDirectory,
    version: '0.0.0-test',
  });
  return {
    service,
    tokens,
    recorded,
    storedTokens,
    spilled: () => readdirSync(spillDirectory),
    clock,
    setSecrets: (identityId, values) => void secrets.set(identityId, values),
    send: async ({ environment, identity = identityOf('guest'), request, signal, observe }) => {
      const events: ExchangeEvent[] = [];
      const exchange = await service.send(
        { request: { ...emptyRequest, ...request }, requestName: 'Test', environment, identity },
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
