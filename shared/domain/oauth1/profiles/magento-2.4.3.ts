// Magento 2.3.0 to 2.4.3: the code of 2.4.4, which still took HMAC-SHA1. facts.md calls this generation E.
import type { ServerProfile } from '../server-profile.ts';
import { magento244 } from './magento-2.4.4.ts';

export const magento243: ServerProfile = {
  ...magento244,
  label: 'Magento 2.4.3',
  signatureMethods: ['HMAC-SHA256', 'HMAC-SHA1'],
};
