import { magento243 } from './profiles/magento-2.4.3.ts';
import { magento244 } from './profiles/magento-2.4.4.ts';
import { magento246 } from './profiles/magento-2.4.6.ts';
import { magentoDev2024 } from './profiles/magento-dev-2024.ts';
import { magentoDev2025 } from './profiles/magento-dev-2025.ts';
import { magentoNext } from './profiles/magento-next.ts';
import { rfc5849 } from './profiles/rfc5849.ts';
import type { ServerProfile } from './server-profile.ts';
import type { ServerProfileId } from './server-profile-id.ts';

/** The server profiles; adding one is a file in `profiles/` and a row here. */
export const serverProfiles: Readonly<Record<ServerProfileId, ServerProfile>> = {
  rfc5849,
  'magento-2.4.3': magento243,
  'magento-2.4.4': magento244,
  'magento-2.4.6': magento246,
  'magento-dev-2024': magentoDev2024,
  'magento-dev-2025': magentoDev2025,
  'magento-next': magentoNext,
};
