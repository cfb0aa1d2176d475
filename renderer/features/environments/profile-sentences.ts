import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';

/** What each server profile stands for, the likeliest first. */
export const profileSentences: Readonly<Record<ServerProfileId, string>> = {
  'magento-2.4.4': 'Magento 2.4.4: parameters sorted naturally, [2] before [10]. HMAC-SHA256 only.',
  'magento-2.4.3': 'Magento 2.3.0 to 2.4.3: as 2.4.4, and HMAC-SHA1 is accepted too.',
  'magento-2.4.6': 'Magento 2.4.6: as 2.4.4, and escapes in the path are decoded before they are signed.',
  'magento-dev-2024': 'Magento’s development code of 2024: as that of 2025, but values are encoded twice.',
  'magento-dev-2025': 'Magento’s development code of 2025: as 2.4.6, but reserved characters in the path stay escaped.',
  'magento-next': 'Magento’s newest development code: sorted by bytes of the decoded names, the query read as a form.',
  rfc5849: 'By the letter of RFC 5849: sorted by bytes. Right for a gateway that verifies in Magento’s place.',
};
