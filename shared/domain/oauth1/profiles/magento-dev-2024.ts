// Magento’s development code of 2024: as that of 2025, but every value is encoded once too often, so `x%20y` in a URL is
// signed as `x%252520y`. facts.md calls this generation C0; which release it became is not verified.
import { percentEncodeBytes } from '../percent-encoding.ts';
import type { ServerProfile } from '../server-profile.ts';
import { magentoDev2025 } from './magento-dev-2025.ts';

export const magentoDev2024: ServerProfile = {
  ...magentoDev2025,
  label: 'Magento development 2024',
  encodeValue: (value) => percentEncodeBytes(percentEncodeBytes(value)),
};
