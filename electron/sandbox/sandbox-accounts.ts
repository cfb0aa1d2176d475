import type { Seed } from './seed/seed.ts';

/** What a client needs to become someone in the sandbox; usable accounts only, those with all rights first. */
export interface SandboxAccounts {
  readonly customers: readonly { readonly username: string; readonly password: string }[];
  readonly admins: readonly { readonly username: string; readonly password: string }[];
  readonly integrations: readonly {
    readonly name: string;
    readonly consumerKey: string;
    readonly consumerSecret: string;
    readonly accessToken: string;
    readonly accessTokenSecret: string;
  }[];
}

const fullRightsFirst = <T extends { readonly resources: readonly string[] }>(accounts: readonly T[]): T[] => {
  const rank = ({ resources }: T): number => (resources.includes('Magento_Backend::all') ? 0 : 1);
  return [...accounts].sort((left, right) => rank(left) - rank(right));
};

/** The accounts of a seed with which one can sign in or sign. */
export function listAccounts(seed: Seed): SandboxAccounts {
  return {
    customers: seed.customers.map(({ email, password }) => ({ username: email, password })),
    admins: fullRightsFirst(seed.admins.filter(({ active, locked }) => active && !locked)).map(
      ({ username, password }) => ({ username, password }),
    ),
    integrations: fullRightsFirst(seed.integrations.filter(({ active, revoked }) => active && !revoked)).flatMap(
      ({ name, consumerKey, consumerSecret, accessToken, accessTokenSecret }) =>
        accessToken && accessTokenSecret ? [{ name, consumerKey, consumerSecret, accessToken, accessTokenSecret }] : [],
    ),
  };
}
