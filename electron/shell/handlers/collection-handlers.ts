import type { Services } from '#electron/core/create-services.ts';
import type { Handlers } from '#electron/rpc/handlers.ts';

type CollectionCalls = Extract<keyof Handlers, `collections.${string}`>;

export function createCollectionHandlers({ collections }: Services): Pick<Handlers, CollectionCalls> {
  return {
    'collections.list': async () => (await collections()).list(),
    'collections.read': async ({ collectionId, path }) => (await collections()).read(collectionId, path),
    'collections.create': async (input) => (await collections()).create(input),
    'collections.save': async (input) => (await collections()).save(input),
    'collections.remove': async ({ collectionId, path }) => {
      await (await collections()).remove(collectionId, path);
      return null;
    },
  };
}
