// Magento 2.4.6: Laminas took Zend’s place, and its URL class rewrites the path before it is signed, reserved characters
// included: `%2F` is signed as `/`. It no longer gives up on raw characters. facts.md calls this generation B.
import { normalizePath } from '../laminas-path.ts';
import { listCommonRefusals } from '../magento-refusals.ts';
import type { ServerProfile } from '../server-profile.ts';
import { magento244 } from './magento-2.4.4.ts';

export const magento246: ServerProfile = {
  ...magento244,
  label: 'Magento 2.4.6',
  buildPath: (path) => normalizePath(path, /[A-Za-z0-9\-._~:@&=+$,/;%]/),
  listRefusals: listCommonRefusals,
};
