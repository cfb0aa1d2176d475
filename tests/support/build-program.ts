import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { onTestFinished } from 'vitest';

/**
 * Bundles a TypeScript program as the app's bundles are made, so that plain Node runs it, and returns its path. It lies
 * below `node_modules`, from where the native modules are found that stay outside a bundle.
 */
export async function buildProgram(entry: string, format: 'es' | 'cjs' = 'es'): Promise<string> {
  const cache = resolve('node_modules', '.cache', 'test-programs');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'program-'));
  onTestFinished(() => rmSync(outDir, { recursive: true, force: true }));
  const fileName = format === 'es' ? 'program.mjs' : 'program.cjs';
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['node'], mainFields: ['module', 'main'] },
    ssr: { noExternal: true },
    build: {
      ssr: resolve(entry),
      target: 'node20',
      outDir,
      rolldownOptions: {
        external: [...builtinModules, ...builtinModules.map((name) => `node:${name}`), 'libsql'],
        output: {
          format,
          entryFileNames: fileName,
          chunkFileNames: `[name]-[hash].${format === 'es' ? 'mjs' : 'cjs'}`,
        },
      },
    },
  });
  return join(outDir, fileName);
}
