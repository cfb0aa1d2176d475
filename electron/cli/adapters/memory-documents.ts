import type { JsonDocument, JsonDocuments, SecretBox } from '#electron/core/ports.ts';

/** Documents that live as long as the process: the CLI's own sandbox keeps its environment in them. */
export function createMemoryDocuments(): JsonDocuments {
  const values = new Map<string, unknown>();
  return {
    open: (name): JsonDocument => ({
      path: `memory:${name}`,
      read: () => structuredClone(values.get(name)),
      write: (value) => {
        values.set(name, structuredClone(value));
      },
      setAside: () => {
        values.delete(name);
        return `memory:${name}`;
      },
    }),
  };
}

/** No key store: credentials stay in memory. */
export const sessionSecretBox: SecretBox = {
  isPersistent: false,
  seal: () => Promise.reject(new Error('Nothing is sealed without a key store.')),
  open: () => Promise.reject(new Error('Nothing is sealed without a key store.')),
};
