import type { Seed, SeedStore } from '../seed/seed.ts';
import { refuseInput } from './rest-fault.ts';

/** What a path below `/rest` asks for: a store view and the rest of the path. */
export interface StorePath {
  readonly store: SeedStore;
  readonly path: string;
}

/** The first store view that is not the admin's. */
export function findDefaultStore(seed: Seed): SeedStore {
  const store = seed.stores.find((candidate) => candidate.id !== 0) ?? seed.stores[0];
  if (!store) throw new Error('A seed has at least one store view.');
  return store;
}

/**
 * Takes the store code off a path such as `/fr/V1/products`. `all` is the admin scope; a first segment that is no code
 * stays, and what then is neither a version, `async` nor `schema` is refused (400).
 */
export function resolveStore(seed: Seed, path: string): StorePath {
  const trimmed = path.replace(/^\/+/, '');
  const slash = trimmed.indexOf('/');
  const code = slash < 0 ? trimmed : trimmed.slice(0, slash);
  const rest = slash < 0 ? '/' : trimmed.slice(slash);
  const admin = seed.stores.find((store) => store.id === 0);
  if (code === 'all' && admin) return { store: admin, path: rest };
  const named = seed.stores.find((store) => store.code === code);
  if (named) return { store: named, path: rest };
  return { store: findDefaultStore(seed), path: `/${trimmed}` };
}

/** The 400 for a path that no part of Magento's web API takes. */
export const refusePath = (): Error => refuseInput('Specified request cannot be processed.');
