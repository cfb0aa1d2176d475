import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { readFileSync } from 'node:fs';
import { nodeSigner } from '#electron/core/auth/node-signer.ts';
import { defaultSeed } from '#electron/sandbox/seed/default-seed.ts';
import { signRequest } from '#shared/domain/oauth1/sign-request.ts';
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import { median } from './median.ts';

export interface SandboxFigures {
  /** Signed GETs of the store configurations that the sandbox answers in a second, over eight kept connections. */
  readonly signedPerSecond: number;
  /** The same in a second of the sandbox's own processor time; null where the system does not tell it. */
  readonly signedPerCpuSecond: number | null;
  /** Signed product searches with three filter groups. */
  readonly searchesPerSecond: number;
  readonly searchesPerCpuSecond: number | null;
  /** From the start of the process until it listens, and an empty Node script for comparison. */
  readonly coldStartMs: number;
  readonly nodeMs: number;
}

interface SandboxProcess {
  readonly child: ChildProcess;
  readonly port: number;
  readonly startedMs: number;
}

interface Load {
  readonly sandbox: SandboxProcess;
  readonly profile: ServerProfileId;
  readonly target: string;
  readonly count: number;
}

interface Throughput {
  readonly perSecond: number;
  readonly perCpuSecond: number | null;
}

const connectionCount = 8;
const ticksPerSecond = 100;
const search = [0, 1, 2]
  .flatMap((group) => [
    [group, 'field', 'sku'],
    [group, 'value', `2${group}%25`],
    [group, 'condition_type', 'like'],
  ])
  .map(([group, name, value]) => `searchCriteria[filter_groups][${group}][filters][0][${name}]=${value}`)
  .join('&');

/** How many signed requests a sandbox process answers, and how soon it listens; medians of a few runs. */
export async function benchSandbox(cliFile = 'dist/cli/lodestone.mjs', count = 4_000): Promise<SandboxFigures> {
  const profile = 'magento-2.4.4';
  const coldStarts: number[] = [];
  const signed: Throughput[] = [];
  const searches: Throughput[] = [];
  for (let round = 0; round < 3; round += 1) {
    const sandbox = await startProcess(cliFile, profile);
    coldStarts.push(sandbox.startedMs);
    const load = { sandbox, profile, count } as const;
    await measure({ ...load, target: '/rest/V1/store/storeConfigs', count: 500 });
    signed.push(await measure({ ...load, target: '/rest/V1/store/storeConfigs' }));
    searches.push(await measure({ ...load, target: `/rest/V1/products?${search}` }));
    await stopProcess(sandbox);
  }
  return {
    signedPerSecond: median(signed.map(({ perSecond }) => perSecond)),
    signedPerCpuSecond: medianOrNull(signed.map(({ perCpuSecond }) => perCpuSecond)),
    searchesPerSecond: median(searches.map(({ perSecond }) => perSecond)),
    searchesPerCpuSecond: medianOrNull(searches.map(({ perCpuSecond }) => perCpuSecond)),
    coldStartMs: median(coldStarts),
    nodeMs: median([0, 1, 2].map(timeEmptyNode)),
  };
}

function medianOrNull(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : median(known);
}

function startProcess(cliFile: string, profile: ServerProfileId): Promise<SandboxProcess> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [cliFile, 'sandbox', '--profile', profile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('close', (code) => reject(new Error(`The sandbox ended with ${String(code)}.`)));
    child.stdout.once('data', (line: Buffer) => {
      const { url } = JSON.parse(line.toString()) as { url: string };
      resolve({ child, port: Number(new URL(url).port), startedMs: performance.now() - startedAt });
    });
  });
}

function stopProcess({ child }: SandboxProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGTERM');
  });
}

/** Signs first, so that only the sandbox works while the time runs. */
async function measure(load: Load): Promise<Throughput> {
  const { child, port } = load.sandbox;
  const requests = signAll(load);
  const cpuBefore = readCpuSeconds(child.pid);
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: connectionCount }, () => drain(port, requests)));
  const seconds = (performance.now() - startedAt) / 1000;
  const cpuAfter = readCpuSeconds(child.pid);
  const hasCpu = cpuBefore !== null && cpuAfter !== null && cpuAfter > cpuBefore;
  return { perSecond: load.count / seconds, perCpuSecond: hasCpu ? load.count / (cpuAfter - cpuBefore) : null };
}

function signAll({ profile, target, count, sandbox }: Load): Buffer[] {
  const [integration] = defaultSeed().integrations;
  if (!integration) throw new Error('The default seed has an integration.');
  const host = `127.0.0.1:${sandbox.port}`;
  return Array.from({ length: count }, () => {
    const signed = signRequest(
      {
        profile,
        method: 'GET',
        url: `http://${host}${target}`,
        headers: [['Host', host]],
        body: null,
        consumerKey: integration.consumerKey,
        consumerSecret: integration.consumerSecret,
        token: integration.accessToken ?? null,
        tokenSecret: integration.accessTokenSecret ?? null,
        nonce: crypto.randomUUID().replaceAll('-', ''),
        timestamp: String(Math.floor(Date.now() / 1000)),
        signatureMethod: 'HMAC-SHA256',
        version: '1.0',
      },
      nodeSigner,
    );
    if (!signed.ok) throw new Error(signed.error.message);
    return Buffer.from(
      `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: ${signed.value.authorizationHeader}\r\n\r\n`,
    );
  });
}

/** Sends one request after the other over one connection until none is left. */
function drain(port: number, requests: Buffer[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let awaited = 0;
    const socket = connect(port, '127.0.0.1', sendNext);
    socket.setNoDelay(true);
    socket.on('error', reject);
    socket.on('data', (part) => {
      if (awaited === 0) {
        const head = part.toString('latin1');
        if (!head.startsWith('HTTP/1.1 200')) reject(new Error(head.slice(0, 600)));
        awaited = head.indexOf('\r\n\r\n') + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1]);
      }
      awaited -= part.length;
      if (awaited === 0) sendNext();
    });

    function sendNext(): void {
      const request = requests.pop();
      if (request) socket.write(request);
      else socket.end(resolve);
    }
  });
}

function readCpuSeconds(processId: number | undefined): number | null {
  if (process.platform !== 'linux' || processId === undefined) return null;
  // After the name in brackets, which may hold blanks: user time and system time are the 12th and 13th field (proc(5)).
  const fields = readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

function timeEmptyNode(): number {
  const startedAt = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - startedAt;
}
