import { createNonceRegister, type NonceRegister } from '../oauth/nonce-register.ts';
import type { Consumer } from '../oauth/verify-signature.ts';
import type { Seed } from '../seed/seed.ts';
import { createSignInThrottle, lockAccount, type SignInThrottle } from '../tokens/sign-in-throttle.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { type CategoryTree, createCategoryTree } from './category-tree.ts';
import { createCustomerDirectory, type CustomerDirectory } from './customer-directory.ts';

/** Everything that a sandbox knows and that its requests can change. A reset makes a new one from the seed. */
export interface SandboxState {
  readonly seed: Seed;
  /** Magento's settings by path: those of the seed, overridden by those given at the start. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly consumers: readonly Consumer[];
  readonly catalogue: Catalogue;
  readonly categories: CategoryTree;
  readonly customers: CustomerDirectory;
  readonly nonces: NonceRegister;
  readonly throttle: SignInThrottle;
  /** A running number for reports of internal errors. */
  readonly nextReport: () => number;
  /** A running number for cookies. */
  readonly nextSession: () => number;
}

function readConsumers(seed: Seed): Consumer[] {
  return seed.integrations.map((integration) => ({
    consumerId: integration.consumerId,
    consumerKey: integration.consumerKey,
    consumerSecret: integration.consumerSecret,
    accessToken: integration.accessToken ?? null,
    accessTokenSecret: integration.accessTokenSecret ?? null,
    isTokenRevoked: integration.revoked ?? false,
  }));
}

function createCounter(): () => number {
  let count = 0;
  return () => (count += 1);
}

/** The state of a fresh sandbox; `nowMs` is its clock in milliseconds. */
export function createSandboxState(seed: Seed, config: Readonly<Record<string, unknown>>, nowMs: number): SandboxState {
  const throttle = createSignInThrottle();
  for (const admin of seed.admins) if (admin.locked) lockAccount(throttle, `admin ${admin.username}`, nowMs);
  return {
    seed,
    config: { ...seed.config, ...config },
    consumers: readConsumers(seed),
    catalogue: createCatalogue(seed),
    categories: createCategoryTree(seed),
    customers: createCustomerDirectory(seed),
    nonces: createNonceRegister(),
    throttle,
    nextReport: createCounter(),
    nextSession: createCounter(),
  };
}

/** Whether a setting is on: `1`, `true` and `"1"` are. */
export function isConfigOn(state: SandboxState, path: string): boolean {
  const value = state.config[path];
  return value === true || value === 1 || value === '1' || value === 'true';
}
