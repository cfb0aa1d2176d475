// One config for every bundle: `vite build --mode renderer|main|preload|sandbox|cli`. Pure JavaScript is bundled, only
// native modules stay outside. Main, preload and sandbox are CommonJS: Electron starts it faster and a sandboxed preload
// knows nothing else.
import { builtinModules } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

const nodeExternals = [...builtinModules, ...builtinModules.map((name) => `node:${name}`), 'electron', 'libsql'];

interface NodeBundle {
  readonly entry: string;
  readonly outDir: string;
  readonly fileName: string;
  readonly format: 'cjs' | 'es';
}

const nodeBundles: Readonly<Record<string, NodeBundle>> = {
  main: { entry: 'electron/shell/main.ts', outDir: 'dist/electron', fileName: 'main.cjs', format: 'cjs' },
  preload: { entry: 'electron/preload/preload.ts', outDir: 'dist/preload', fileName: 'preload.cjs', format: 'cjs' },
  sandbox: {
    entry: 'electron/shell/sandbox-process.ts',
    outDir: 'dist/sandbox',
    fileName: 'sandbox.cjs',
    format: 'cjs',
  },
  cli: { entry: 'electron/cli/lodestone.ts', outDir: 'dist/cli', fileName: 'lodestone.mjs', format: 'es' },
};

function nodeConfig(bundle: NodeBundle): UserConfig {
  return {
    // A package's Node build, not its browser build.
    resolve: { conditions: ['node'], mainFields: ['module', 'main'] },
    ssr: { noExternal: true },
    build: {
      ssr: bundle.entry,
      target: 'node20',
      outDir: bundle.outDir,
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        external: nodeExternals,
        output: {
          format: bundle.format,
          entryFileNames: bundle.fileName,
          chunkFileNames: bundle.format === 'cjs' ? '[name]-[hash].cjs' : '[name]-[hash].mjs',
        },
      },
    },
  };
}

const rendererConfig: UserConfig = {
  root: 'renderer',
  base: './',
  plugins: [react()],
  // Main puts a new nonce in this place each time it serves the page (electron/shell/modules/app-protocol.ts).
  html: { cspNonce: '%CSP_NONCE%' },
  build: {
    target: 'chrome130',
    outDir: '../dist/renderer',
    emptyOutDir: true,
    sourcemap: true,
    // The entry's chunks are asked for together instead of one after the other as they are discovered.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, chunks, { hostType }) => (hostType === 'html' ? chunks : []),
    },
    // The page's policy allows fonts from its own origin only, so none may become a `data:` URL.
    assetsInlineLimit: 0,
    // Loaded from disk, once: splitting for the network's sake would only add files.
    chunkSizeWarningLimit: 1_000,
  },
};

export default defineConfig(({ mode }) => {
  if (mode === 'renderer') return rendererConfig;
  const bundle = nodeBundles[mode];
  if (!bundle) throw new Error(`Unknown bundle "${mode}": use renderer, ${Object.keys(nodeBundles).join(', ')}.`);
  return nodeConfig(bundle);
});
