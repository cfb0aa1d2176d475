// A process that records exchanges until it is killed, and says which it may rely on: `write-history.ts <folder> [<n>]`;
// with `hold` for a number it begins one and waits.
// `begun <id>` and `finished <id>` are written only after the store said so.
import { openHistory } from '#electron/core/history/open-history.ts';
import { NoticeCollector } from '#electron/core/storage/notice-collector.ts';
import { pendingExchange, sampleExchange } from './sample-exchange.ts';

const [directory = '', count = 'Infinity'] = process.argv.slice(2);
const holds = count === 'hold';

async function main(): Promise<void> {
  const store = openHistory({ directory, notices: new NoticeCollector(), clock: { now: () => Date.now() } });
  const body = new TextEncoder().encode('{"sku":"24-MB01"}'.repeat(6_000));
  for (let index = 0; holds || index < Number(count); index += 1) {
    const id = `${process.pid}-${index}`;
    store.begin(pendingExchange(id));
    process.stdout.write(`begun ${id}\n`);
    if (holds) await new Promise(() => setInterval(() => undefined, 60_000));
    // Every tenth body is large enough for a file of its own.
    const bytes = index % 10 === 0 ? new Uint8Array([...body, index % 256]) : body.subarray(0, 8_000 + (index % 100));
    await store.finish(sampleExchange(id), { kind: 'memory', bytes });
    process.stdout.write(`finished ${id}\n`);
  }
  store.close();
}

void main();
