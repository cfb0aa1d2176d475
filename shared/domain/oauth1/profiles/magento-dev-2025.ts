// Magento’s development code of 2025: the path is normalised as in 2.4.6, but reserved characters keep their escapes.
// facts.md calls this generation C; which release it became is not verified.
import { normalizePath } from '../laminas-path.ts';
import type { ServerProfile } from '../server-profile.ts';
import { magento246 } from './magento-2.4.6.ts';

export const magentoDev2025: ServerProfile = {
  ...magento246,
  label: 'Magento development 2025',
  buildPath: (path) => normalizePath(path, /[A-Za-z0-9\-._~]/),
};
