import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TokenService } from '#electron/core/auth/token-service.ts';
import { ExchangeService } from '#electron/core/exchange/exchange-service.ts';
import { createTransport } from '#electron/core/exchange/transport.ts';
import { openHistory } from '#electron/core/history/open-history.ts';
import { NoticeCollector } from '#electron/core/storage/notice-collector.ts';
import type { Environment } from '#shared/domain/environment/environment.ts';
import type { Request } from '#shared/domain/http/request.ts';
import type { Identity } from '#shared/domain/identity/identity.ts';
import { median } from './median.ts';

export interface ExchangeFigures {
  readonly runs: number;
  /** A GET with Node's own client over a kept connection, its body read. */
  readonly bareMs: number;
  /** The same as a guest through the whole pipeline, written to a real history. */
  readonly guestMs: number;
  /** The same signed. */
  readonly signedMs: number;
  readonly overheadMs: number;
  readonly ratio: number;
}

const environment: Omit<Environment, 'baseUrl'> = {
  id: 'bench',
  name: 'Bench',
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
};

const identityOf = (kind: 'guest' | 'integration'): Identity => ({
  id: kind,
  environmentId: environment.id,
  name: kind,
  kind,
  username: '',
});

const productRequest: Request = {
  method: 'GET',
  url: '/V1/products/24-MB01',
  parameters: [{ name: 'fields', value: 'sku,name', isEnabled: true }],
  headers: [],
  body: { kind: 'none' },
  sendAs: null,
  isExact: false,
  timeoutMs: 30_000,
  notes: '',
};

const fourValues = {
  consumerKey: '0123456789abcdefghijklmnopqrstuv',
  consumerSecret: '1123456789abcdefghijklmnopqrstuv',
  accessToken: '2123456789abcdefghijklmnopqrstuv',
  accessTokenSecret: '3123456789abcdefghijklmnopqrstuv',
};

/** One exchange through the pipeline against a bare kept connection, interleaved in one run; medians in milliseconds. */
export async function benchExchange(runs = 400): Promise<ExchangeFigures> {
  const directory = mkdtempSync(join(tmpdir(), 'lodestone-bench-'));
  const server = await startServer();
  const { port } = server.address() as AddressInfo;
  const pipeline = composePipeline(directory, `http://127.0.0.1:${port}`);
  const agent = new Agent({ keepAlive: true });
  const times = { bare: [] as number[], guest: [] as number[], signed: [] as number[] };
  try {
    for (let round = 0; round < runs; round += 1) {
      const bareMs = await time(() => sendBare(port, agent));
      const guestMs = await time(() => pipeline.send('guest'));
      const signedMs = await time(() => pipeline.send('integration'));
      // The first rounds load modules and let the compiler settle.
      if (round < 20) continue;
      times.bare.push(bareMs);
      times.guest.push(guestMs);
      times.signed.push(signedMs);
    }
  } finally {
    agent.destroy();
    pipeline.close();
    await new Promise((resolve) => server.close(resolve));
    rmSync(directory, { recursive: true, force: true });
  }
  const bareMs = median(times.bare);
  const signedMs = median(times.signed);
  return {
    runs,
    bareMs,
    guestMs: median(times.guest),
    signedMs,
    overheadMs: signedMs - bareMs,
    ratio: signedMs / bareMs,
  };
}

async function startServer(): Promise<Server> {
  const body = JSON.stringify({ sku: '24-MB01', name: 'Joust Duffle Bag'.repeat(50) });
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function composePipeline(directory: string, baseUrl: string) {
  const clock = { now: () => Date.now() };
  const transport = createTransport();
  const secrets = {
    read: ({ kind }: Identity) => Promise.resolve(kind === 'integration' ? fourValues : {}),
  };
  const tokens = new TokenService({
    clock,
    secrets,
    transport,
    tokens: { read: () => Promise.resolve(null), write: () => Promise.resolve() },
  });
  const history = openHistory({ directory, notices: new NoticeCollector(), clock });
  const service = new ExchangeService({
    transport,
    tokens,
    secrets,
    recorder: history,
    clock,
    random: { uuid: () => randomUUID(), bytes: (size) => randomBytes(size) },
    spillDirectory: join(directory, 'spill'),
    version: '0.0.0',
  });
  return {
    send: async (kind: 'guest' | 'integration') => {
      const { outcome } = await service.send(
        {
          request: productRequest,
          requestName: 'Bench',
          environment: { ...environment, baseUrl },
          identity: identityOf(kind),
        },
        () => undefined,
        new AbortController().signal,
      );
      if (outcome.kind !== 'response') throw new Error(`The exchange ended as ${outcome.kind}`);
    },
    close: () => {
      transport.close();
      history.close();
    },
  };
}

function sendBare(port: number, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, agent, path: '/rest/default/V1/products/24-MB01' }, (response) => {
      response.on('data', () => undefined);
      response.once('end', resolve);
    })
      .once('error', reject)
      .end();
  });
}

async function time(work: () => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}
