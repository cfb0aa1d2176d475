import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Workspace } from '#shared/domain/settings/workspace.ts';

/** The workspace of this window; changed only through the pure functions of `workspace-reducers.ts`. */
export type WorkspaceStore = StoreApi<Workspace>;

export const createWorkspaceStore = (initial: Workspace): WorkspaceStore => createStore(() => initial);
