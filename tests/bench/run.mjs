// `npm run bench [name …]`: runs the programs beside it and prints their figures. Medians and ratios only: the machine is
// shared, and an absolute time says little on another one.
import { createServer, createServerModuleRunner } from 'vite';

/** Name → module and the function that measures. */
const benches = {
  start: ['app-start.ts', 'benchAppStart'],
  send: ['send-to-paint.ts', 'benchSendToPaint'],
  cli: ['cli-start.ts', 'benchCliStart'],
  exchange: ['exchange-overhead.ts', 'benchExchange'],
  history: ['history.ts', 'benchHistory'],
  sandbox: ['sandbox.ts', 'benchSandbox'],
  signing: ['signing.ts', 'benchSigning'],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no bench named ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

// A runner that stays open: what is measured loads some of its modules only when they are needed.
const vite = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
const runner = createServerModuleRunner(vite.environments.ssr, { hmr: false });

for (const [name, [file, measure]] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const module = await runner.import(new URL(file, import.meta.url).pathname);
  console.log(name);
  for (const [figure, value] of Object.entries(await module[measure]())) {
    console.log(
      `  ${figure.padEnd(28)} ${typeof value === 'number' ? Number(value.toPrecision(4)) : JSON.stringify(value)}`,
    );
  }
}
process.exit(0);
