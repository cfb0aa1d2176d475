/// <reference types="vite/client" />

/** Every module of `shared/`, loaded once, so that a schema used in several of them is one and the same object. */
export const sharedModules = import.meta.glob<Readonly<Record<string, unknown>>>(
  ['/shared/{contract,domain}/**/*.ts', '!**/*.test.ts'],
  { eager: true },
);
