import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

test('only what cannot be bundled is a dependency of the app', () => {
  expect(Object.keys(manifest.dependencies)).toEqual(['libsql']);
});

test('every version is exact', () => {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('what runs before the dependencies are there is plain Node', () => {
  for (const hook of ['prestart', 'pretest', 'prebuild', 'precheck']) {
    expect(manifest.scripts[hook]).toMatch(/^node build\/bootstrap\/prepare\.mjs\b/);
  }
});

test('every script runs a file that exists, or a tool', () => {
  const files = Object.values(manifest.scripts).flatMap((script) => /^node (\S+)/.exec(script)?.[1] ?? []);
  expect(files.filter((file) => !file.startsWith('dist/') && !existsSync(file))).toEqual([]);
});
