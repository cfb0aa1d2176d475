import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';

/** The generations of recorded signatures, each with the profile that verifies as it does. */
export const oauthGenerations: readonly { readonly generation: string; readonly profile: ServerProfileId }[] = [
  { generation: 'e', profile: 'magento-2.4.3' },
  { generation: 'a', profile: 'magento-2.4.4' },
  { generation: 'b', profile: 'magento-2.4.6' },
  { generation: 'c0', profile: 'magento-dev-2024' },
  { generation: 'c', profile: 'magento-dev-2025' },
  { generation: 'd', profile: 'magento-next' },
];
