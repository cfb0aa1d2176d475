import { readStoreConfigs } from '../../data/store-configs.ts';
import { type Fields, readText } from '../arguments.ts';
import type { Route } from '../route.ts';

/** `storeCodes` limits the answer; a PHP array arrives as an object with its indexes. */
function readStoreCodes(input: Fields): string[] | null {
  const codes = input['storeCodes'] ?? input['store_codes'];
  if (codes === undefined) return null;
  return typeof codes === 'object' && codes !== null ? Object.values(codes).map(readText) : [readText(codes)];
}

/** Store views, groups, websites, their configuration, and the modules. */
export const storeRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/V1/store/storeConfigs',
    handle: (call) => {
      const codes = readStoreCodes(call.input);
      const configs = readStoreConfigs(call);
      return codes === null ? configs : configs.filter((config) => codes.includes(String(config['code'])));
    },
  },
  { method: 'GET', pattern: '/V1/store/storeViews', handle: ({ state }) => state.seed.stores },
  { method: 'GET', pattern: '/V1/store/storeGroups', handle: ({ state }) => state.seed.storeGroups },
  { method: 'GET', pattern: '/V1/store/websites', handle: ({ state }) => state.seed.websites },
  { method: 'GET', pattern: '/V1/modules', handle: ({ state }) => state.seed.modules },
];
