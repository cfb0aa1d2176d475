import type { QueryClient } from '@tanstack/react-query';
import type { Settings } from '#shared/domain/settings/settings.ts';
import type { Workspace } from '#shared/domain/settings/workspace.ts';
import type { ResponseFace } from '#renderer/features/response/response-face.ts';
import type { Host } from '#renderer/host/host-client.ts';
import { describeFailure } from '#renderer/host/host-error.ts';
import { hostQueries } from '#renderer/host/host-queries.ts';
import type { SendStore } from './send-store.ts';
import { addNotice, dismissNotice, type OpenDialog, type ViewStore } from './view-store.ts';
import type { WorkspaceStore } from './workspace-store.ts';

export interface ActionDependencies {
  readonly host: Host;
  readonly queries: QueryClient;
  readonly workspace: WorkspaceStore;
  readonly view: ViewStore;
  readonly sends: SendStore;
}

export type BaseActions = ReturnType<typeof createBaseActions>;

/** Choices, dialogs, notices and settings: what all other actions build upon. */
export function createBaseActions({ host, queries, workspace, view }: ActionDependencies) {
  const change = (next: (before: Workspace) => Workspace) => {
    workspace.setState(next, true);
  };
  /** Tells of something that has no place of its own in a view. */
  const report = (error: unknown) => {
    const { message, cause, nextStep, facts } = describeFailure(error);
    const errorId = facts['error id'];
    const id = errorId === undefined ? message : String(errorId);
    const text = `${message} ${cause}${errorId === undefined ? '' : ` (error ${String(errorId)})`}`;
    view.setState((state) => addNotice(state, { id, level: 'error', message: text, nextStep }));
  };
  const inform = (message: string, nextStep: string) => {
    view.setState((state) => addNotice(state, { id: message, level: 'warning', message, nextStep }));
  };
  const updateSettings = async (settings: Partial<Settings>) => {
    try {
      queries.setQueryData(hostQueries(host).settings.queryKey, await host.call('settings.update', settings));
    } catch (error) {
      report(error);
    }
  };
  return {
    change,
    report,
    inform,
    updateSettings,
    tab: (id: string | null) => workspace.getState().tabs.find((tab) => tab.id === id) ?? null,
    settings: () => queries.getQueryData(hostQueries(host).settings.queryKey),
    openDialog: (dialog: OpenDialog | null) => {
      view.setState({ dialog });
    },
    chooseFace: (responseFace: ResponseFace) => {
      view.setState({ responseFace });
    },
    setMenu: (openMenu: 'environment' | 'identity' | null) => {
      view.setState({ openMenu });
    },
    dismissNotice: (id: string) => {
      view.setState((state) => dismissNotice(state, id));
    },
    chooseEnvironment: (environmentId: string) => {
      change((before) => ({ ...before, environmentId }));
    },
    chooseIdentity: (environmentId: string, identityId: string) => {
      change((before) => ({ ...before, identityIds: { ...before.identityIds, [environmentId]: identityId } }));
    },
    showPanel: (sidePanel: Workspace['sidePanel']) => {
      change((before) => ({ ...before, sidePanel }));
    },
    resize: (panel: string, percent: number) => {
      change((before) => ({ ...before, panelSizes: { ...before.panelSizes, [panel]: percent } }));
    },
  };
}
