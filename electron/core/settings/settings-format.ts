import { settingsSchema, defaultSettings, type Settings } from '#shared/domain/settings/settings.ts';
import type { DocumentFormat } from '../storage/document-format.ts';

/** `settings.json` through the releases. */
export const settingsFormat: DocumentFormat<Settings> = {
  title: 'the settings',
  versions: [{ version: 1, schema: settingsSchema }],
  defaults: defaultSettings,
};
