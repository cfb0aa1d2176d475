import { z } from 'zod';

/** The server profiles by id: the standard, then Magento’s generations, oldest first. */
export const serverProfileIds = [
  'rfc5849',
  'magento-2.4.3',
  'magento-2.4.4',
  'magento-2.4.6',
  'magento-dev-2024',
  'magento-dev-2025',
  'magento-next',
] as const;

/** How a server verifies signatures; see the table in `server-profiles.ts`. */
export type ServerProfileId = (typeof serverProfileIds)[number];

export const serverProfileIdSchema = z.enum(serverProfileIds);
