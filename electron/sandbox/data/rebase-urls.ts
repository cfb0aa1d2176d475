import type { Fields } from '../rest/arguments.ts';

export interface BaseUrls {
  /** The address that the seed was written for. */
  readonly seedUrl: string;
  readonly url: string;
  readonly secureUrl: string;
}

/** Replaces the seed's own address in the texts of an entity; names that begin with `secure_` get the HTTPS one. */
export function rebaseUrls(entity: Fields, { seedUrl, url, secureUrl }: BaseUrls): Fields {
  return Object.fromEntries(
    Object.entries(entity).map(([name, value]) => {
      if (typeof value !== 'string' || !value.startsWith(seedUrl)) return [name, value];
      return [name, `${name.startsWith('secure_') ? secureUrl : url}/${value.slice(seedUrl.length)}`];
    }),
  );
}
