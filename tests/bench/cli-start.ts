import { spawnSync } from 'node:child_process';
import { median } from './median.ts';

/** Milliseconds until `lodestone --help` has answered, and until an empty Node script has; medians of interleaved runs. */
export function benchCliStart(runs = 15): { readonly nodeMs: number; readonly helpMs: number } {
  const node: number[] = [];
  const help: number[] = [];
  for (let round = 0; round < runs; round += 1) {
    node.push(timeOne(['-e', '0']));
    help.push(timeOne(['dist/cli/lodestone.mjs', '--help']));
  }
  return { nodeMs: median(node), helpMs: median(help) };
}

function timeOne(args: readonly string[]): number {
  const startedAt = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${String(status)}`);
  return performance.now() - startedAt;
}
