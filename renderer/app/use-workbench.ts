import { useMemo } from 'react';
import type { Workbench } from '#renderer/commands/command.ts';
import { goToRegion } from './go-to-region.ts';
import { useApp, useSends, useWorkspace } from './state/app-context.ts';

/** The workbench as commands see it. */
export function useWorkbench(): Workbench {
  const { actions, workspace, view } = useApp();
  const activeTabId = useWorkspace((state) => state.activeTabId);
  const isSending = useSends(({ byTab }) => (activeTabId !== null && byTab[activeTabId]?.isRunning) || false);
  return useMemo(() => {
    return {
      hasTab: activeTabId !== null,
      isSending,
      canSend: activeTabId !== null && !isSending,
      newTab: actions.newTab,
      closeTab: () => (view.getState().isExchangeActive ? actions.closeExchange() : actions.closeTab(activeTabId)),
      goToTab: actions.goToNeighbour,
      send: () => !view.getState().isExchangeActive && actions.send(activeTabId),
      cancel: () => actions.cancel(activeTabId),
      save: () => void actions.save(activeTabId),
      showPanel: actions.showPanel,
      togglePanel: () => actions.showPanel(workspace.getState().sidePanel === null ? 'collections' : null),
      openPalette: () => actions.openDialog({ kind: 'palette' }),
      openEnvironments: (isAdding) =>
        actions.openDialog({ kind: 'environments', environmentId: workspace.getState().environmentId, isAdding }),
      openEnvironmentMenu: () => actions.setMenu('environment'),
      openIdentityMenu: () => actions.setMenu('identity'),
      openSettings: () => actions.openDialog({ kind: 'settings' }),
      openDiagnosis: () => actions.openDialog({ kind: 'diagnosis' }),
      setTheme: (theme) => void actions.updateSettings({ theme }),
      setLayout: (layout) => void actions.updateSettings({ layout }),
      restartSandbox: () => void actions.restartSandbox(),
      goToRegion,
    };
  }, [actions, workspace, view, activeTabId, isSending]);
}
