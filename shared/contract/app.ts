import { z } from 'zod';
import { settingsSchema } from '../domain/settings/settings.ts';
import { workspaceSchema } from '../domain/settings/workspace.ts';
import { command, query, topic } from './define.ts';

/** A thing the app did or found that the user should know: damaged file set aside, no key store … */
export const noticeSchema = z.object({
  id: z.string(),
  level: z.enum(['info', 'warning', 'error']),
  message: z.string(),
  nextStep: z.string(),
});
export type Notice = Readonly<z.infer<typeof noticeSchema>>;

export const appInfoSchema = z.object({
  version: z.string(),
  runtime: z.string(),
  platform: z.string(),
  dataDirectory: z.string(),
  /** False where the system has no key store: secrets are then kept for this session only. */
  keepsSecrets: z.boolean(),
  notices: z.array(noticeSchema).readonly(),
});
export type AppInfo = Readonly<z.infer<typeof appInfoSchema>>;

export const appContract = {
  'app.info': query('What runs, where its data lives, and what it found at start', z.null(), appInfoSchema),
  'app.noticed': topic('Something that the app did or found after its start', noticeSchema),
  'settings.get': query('The settings', z.null(), settingsSchema),
  'settings.update': command('Changes some settings', settingsSchema.partial(), settingsSchema),
  'settings.changed': topic('The settings after a change', settingsSchema),
  'workspace.load': query('The tabs, drafts and choices of last time', z.null(), workspaceSchema),
  'workspace.save': command('Keeps the tabs, drafts and choices', workspaceSchema, z.null()),
} as const;
