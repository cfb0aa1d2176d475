import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Workspace } from '#shared/domain/settings/workspace.ts';
import { useEnvironments, useIdentities } from '#renderer/host/host-queries.ts';
import type { AppActions } from './app-actions.ts';
import { currentEnvironment, currentIdentity, identitiesOf } from './current.ts';
import type { SendState, SendStore } from './send-store.ts';
import type { ViewState, ViewStore } from './view-store.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/** The stores of this window and what may be done to them; composed in `main.tsx`. */
export interface AppContextValue {
  readonly workspace: WorkspaceStore;
  readonly view: ViewStore;
  readonly sends: SendStore;
  readonly actions: AppActions;
}

export const AppContext = createContext<AppContextValue | null>(null);

export function useApp(): AppContextValue {
  const app = useContext(AppContext);
  if (!app) throw new Error('No app above this component');
  return app;
}

export const useWorkspace = <T>(select: (workspace: Workspace) => T): T => useStore(useApp().workspace, select);
export const useView = <T>(select: (view: ViewState) => T): T => useStore(useApp().view, select);
export const useSends = <T>(select: (sends: SendState) => T): T => useStore(useApp().sends, select);
export const useActions = (): AppActions => useApp().actions;

/** The tab in front, unless an exchange of the history covers it. */
export const useActiveTab = () =>
  useWorkspace(({ tabs, activeTabId }) => tabs.find(({ id }) => id === activeTabId) ?? null);

/** Environment and identities as they count now. */
export function useCurrent() {
  const environments = useEnvironments();
  const allIdentities = useIdentities();
  const environmentId = useWorkspace((workspace) => workspace.environmentId);
  const identityIds = useWorkspace((workspace) => workspace.identityIds);
  const choices = { environmentId, identityIds };
  const environment = currentEnvironment(environments, choices);
  return {
    environments,
    environment,
    identities: identitiesOf(allIdentities, environment),
    identity: currentIdentity(allIdentities, environment, choices),
  };
}
