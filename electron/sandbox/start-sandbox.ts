import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import { answerRequest } from './answer-request.ts';
import { createSandboxState, type SandboxState } from './data/sandbox-state.ts';
import { createListener, type NodeListener } from './http-listener.ts';
import type { LocalCertificate } from './local-certificate.ts';
import { listAccounts, type SandboxAccounts } from './sandbox-accounts.ts';
import type { Seed } from './seed/seed.ts';

export interface SandboxOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** Serves HTTPS too, with a certificate of an own authority; 0 takes a free port. */
  readonly httpsPort?: number;
  /** The kind of server by whose rules signatures are verified. */
  readonly profile: ServerProfileId;
  readonly seed: Seed;
  /** The server's clock in milliseconds. */
  readonly clock: () => number;
  /** Settings by Magento's paths, over those of the seed. */
  readonly config: Readonly<Record<string, unknown>>;
}

export interface RunningSandbox {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  readonly httpsUrl: string | null;
  /** The certificate of the authority that signed the HTTPS one. */
  readonly caPem: string | null;
  readonly profile: ServerProfileId;
  readonly accounts: SandboxAccounts;
  /** Puts the data back as they were at the start; nonces and failed sign-ins are forgotten. */
  reset(): void;
  /** Stops listening and drops open connections. */
  close(): Promise<void>;
}

const host = '127.0.0.1';

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}

async function startSecure(
  listener: NodeListener,
  { httpsPort, clock }: SandboxOptions,
): Promise<{ server: Server; url: string; certificate: LocalCertificate } | null> {
  if (httpsPort === undefined) return null;
  const { createLocalCertificate } = await import('./local-certificate.ts');
  const certificate = await createLocalCertificate(clock());
  const server = createSecureServer({ cert: certificate.certificatePem, key: certificate.keyPem }, listener);
  return { server, certificate, url: `https://${host}:${await listen(server, httpsPort)}` };
}

/**
 * Starts an imitation of a Magento store on the loopback interface, in this process. Rejects where a port is taken
 * (`EADDRINUSE`).
 */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const { seed, config, clock, profile } = options;
  const createState = (): SandboxState => createSandboxState(seed, config, clock());
  let state = createState();
  const address = { url: '', secureUrl: '' };
  const listener = createListener((request) => {
    const nowMs = clock();
    const reply = answerRequest(request, { state, profile, nowMs, ...address });
    return { ...reply, headers: [['Date', new Date(nowMs).toUTCString()], ...reply.headers] };
  });
  const server = createServer(listener);
  address.url = `http://${host}:${await listen(server, options.port)}`;
  const secure = await startSecure(listener, options).catch(async (error: unknown) => {
    await close(server);
    throw error;
  });
  address.secureUrl = secure?.url ?? address.url;
  return {
    url: address.url,
    httpsUrl: secure?.url ?? null,
    caPem: secure?.certificate.caPem ?? null,
    profile,
    accounts: listAccounts(seed),
    reset: () => {
      state = createState();
    },
    close: async () => {
      await Promise.all([close(server), ...(secure ? [close(secure.server)] : [])]);
    },
  };
}
