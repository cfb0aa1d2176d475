import { magento244 } from './profiles/magento-2.4.4.ts';
import { rfc5849 } from './profiles/rfc5849.ts';
import type { ServerProfile } from './server-profile.ts';
import type { ServerProfileId } from './server-profile-id.ts';

/** The server profiles; adding one is a file in `profiles/` and a row here. */
export const serverProfiles: Readonly<Record<ServerProfileId, ServerProfile>> = {
  rfc5849,
  'magento-2.4.4': magento244,
};
