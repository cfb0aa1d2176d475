import { z } from 'zod';
import { requestSchema } from '../http/request.ts';

/** An open tab and its draft: what was typed survives a crash. `source` is null for a request not saved yet. */
export const tabSchema = z.object({
  id: z.string(),
  name: z.string(),
  source: z.object({ collectionId: z.string(), path: z.string(), revision: z.string() }).nullable(),
  request: requestSchema,
  isDirty: z.boolean(),
  /** The exchange whose response the tab shows; null before the first Send. */
  exchangeId: z.string().nullable(),
});
export type Tab = Readonly<z.infer<typeof tabSchema>>;

/** What is open in the workbench, kept from start to start. Sizes are percentages of the window. */
export const workspaceSchema = z.object({
  tabs: z.array(tabSchema).readonly(),
  activeTabId: z.string().nullable(),
  environmentId: z.string().nullable(),
  /** The identity chosen in each environment, by environment id. */
  identityIds: z.record(z.string(), z.string()),
  sidePanel: z.enum(['collections', 'history', 'sandbox']).nullable(),
  panelSizes: z.record(z.string(), z.number()),
});
export type Workspace = Readonly<z.infer<typeof workspaceSchema>>;

export const emptyWorkspace: Workspace = {
  tabs: [],
  activeTabId: null,
  environmentId: null,
  identityIds: {},
  sidePanel: 'collections',
  panelSizes: {},
};
