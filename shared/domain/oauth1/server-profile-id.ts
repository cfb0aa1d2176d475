import { z } from 'zod';

/** The server profiles by id, oldest first. */
export const serverProfileIds = ['rfc5849', 'magento-2.4.4'] as const;

/** How a server verifies signatures; see the table in `server-profiles.ts`. */
export type ServerProfileId = (typeof serverProfileIds)[number];

export const serverProfileIdSchema = z.enum(serverProfileIds);
