// What may happen to the tabs and choices of the workbench, as pure functions from one workspace to the next.
import type { Request } from '#shared/domain/http/request.ts';
import type { Tab, Workspace } from '#shared/domain/settings/workspace.ts';

/** A request without a word in it, as Ctrl+T opens it. */
export function emptyRequest(timeoutMs: number): Request {
  return {
    method: 'GET',
    url: '',
    parameters: [],
    headers: [],
    body: { kind: 'none' },
    sendAs: null,
    isExact: false,
    timeoutMs,
    notes: '',
  };
}

const changeTab = (workspace: Workspace, id: string, change: (tab: Tab) => Tab): Workspace => ({
  ...workspace,
  tabs: workspace.tabs.map((tab) => (tab.id === id ? change(tab) : tab)),
});

/** Opens a tab beside the active one, or goes to the tab that already shows the same file. */
export function openTab(workspace: Workspace, tab: Tab): Workspace {
  const { source } = tab;
  const shown =
    source &&
    workspace.tabs.find(
      (other) => other.source?.collectionId === source.collectionId && other.source.path === source.path,
    );
  if (shown) return { ...workspace, activeTabId: shown.id };
  const at = workspace.tabs.findIndex((other) => other.id === workspace.activeTabId);
  return {
    ...workspace,
    tabs: workspace.tabs.toSpliced(at < 0 ? workspace.tabs.length : at + 1, 0, tab),
    activeTabId: tab.id,
  };
}

/** Closes a tab; its right neighbour, or else its left one, becomes active. */
export function closeTab(workspace: Workspace, id: string): Workspace {
  const at = workspace.tabs.findIndex((tab) => tab.id === id);
  if (at < 0) return workspace;
  const tabs = workspace.tabs.toSpliced(at, 1);
  const activeTabId = workspace.activeTabId === id ? ((tabs[at] ?? tabs[at - 1])?.id ?? null) : workspace.activeTabId;
  return { ...workspace, tabs, activeTabId };
}

export const editRequest = (workspace: Workspace, id: string, request: Request): Workspace =>
  changeTab(workspace, id, (tab) => ({ ...tab, request, isDirty: true }));

export const keepExchange = (workspace: Workspace, id: string, exchangeId: string): Workspace =>
  changeTab(workspace, id, (tab) => ({ ...tab, exchangeId }));

/** Ties a tab to the file that now holds what was sent to be saved; what was typed since stays unsaved. */
export function markSaved(
  workspace: Workspace,
  id: string,
  saved: { readonly name: string; readonly request: Request; readonly source: NonNullable<Tab['source']> },
): Workspace {
  return changeTab(workspace, id, (tab) => ({
    ...tab,
    name: saved.name,
    source: saved.source,
    isDirty: tab.request !== saved.request,
  }));
}

/** Takes a file as it stands, dropping what was typed. */
export function replaceByFile(
  workspace: Workspace,
  id: string,
  file: { readonly name: string; readonly request: Request; readonly revision: string },
): Workspace {
  return changeTab(workspace, id, (tab) => ({
    ...tab,
    name: file.name,
    request: file.request,
    source: tab.source && { ...tab.source, revision: file.revision },
    isDirty: false,
  }));
}

/** Cuts the tab loose from a file that is gone: its draft lives on as an unsaved request. */
export function forgetSource(workspace: Workspace, collectionId: string, path: string): Workspace {
  return {
    ...workspace,
    tabs: workspace.tabs.map((tab) =>
      tab.source?.collectionId === collectionId && tab.source.path === path
        ? { ...tab, source: null, isDirty: true }
        : tab,
    ),
  };
}

/** The tab `step` places on, round the end. */
export function neighbourTab(workspace: Workspace, step: number): string | null {
  const { tabs, activeTabId } = workspace;
  if (tabs.length === 0) return null;
  const at = tabs.findIndex((tab) => tab.id === activeTabId);
  return tabs[(at + step + tabs.length) % tabs.length]?.id ?? null;
}
