import type { Fields } from '../rest/arguments.ts';
import type { SandboxContext } from '../sandbox-context.ts';
import { rebaseUrls } from './rebase-urls.ts';

/** The configuration of every store view, with the sandbox's own addresses. */
export function readStoreConfigs({ state, url, secureUrl }: SandboxContext): Fields[] {
  return state.seed.storeConfigs.map((config) => rebaseUrls(config, { seedUrl: state.seed.baseUrl, url, secureUrl }));
}
