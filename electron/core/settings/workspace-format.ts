import { emptyWorkspace, workspaceSchema, type Workspace } from '#shared/domain/settings/workspace.ts';
import type { DocumentFormat } from '../storage/document-format.ts';

/** `workspace.json` through the releases. */
export const workspaceFormat: DocumentFormat<Workspace> = {
  title: 'the open tabs',
  versions: [{ version: 1, schema: workspaceSchema }],
  defaults: emptyWorkspace,
};
