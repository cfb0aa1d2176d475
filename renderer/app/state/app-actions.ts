// What the views and commands may do. Each action reads the stores at the moment of the press, so none is ever stale.
import type { QueryClient } from '@tanstack/react-query';
import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import type { Request } from '#shared/domain/http/request.ts';
import type { Settings } from '#shared/domain/settings/settings.ts';
import type { Tab, Workspace } from '#shared/domain/settings/workspace.ts';
import { formatUrl } from '#shared/domain/http/parameters.ts';
import { describeFailure } from '#renderer/host/host-error.ts';
import { hostQueries } from '#renderer/host/host-queries.ts';
import type { Host } from '#renderer/host/host-client.ts';
import { currentEnvironment, currentIdentity } from './current.ts';
import type { SendStore } from './send-store.ts';
import { addNotice, dismissNotice, type OpenDialog, type OpenExchange, type ViewStore } from './view-store.ts';
import * as reduce from './workspace-reducers.ts';
import type { WorkspaceStore } from './workspace-store.ts';

interface ActionDependencies {
  readonly host: Host;
  readonly queries: QueryClient;
  readonly workspace: WorkspaceStore;
  readonly view: ViewStore;
  readonly sends: SendStore;
}

export type AppActions = ReturnType<typeof createAppActions>;

export function createAppActions(dependencies: ActionDependencies) {
  const base = createBase(dependencies);
  const tabs = createTabActions(dependencies, base);
  return {
    ...base,
    ...tabs,
    ...createFileActions(dependencies, base),
    ...createSendActions(dependencies, base, tabs),
  };
}

type Base = ReturnType<typeof createBase>;
type Tabs = ReturnType<typeof createTabActions>;

function createBase({ host, queries, workspace, view }: ActionDependencies) {
  const change = (next: (before: Workspace) => Workspace) => workspace.setState(next, true);
  return {
    change,
    tab: (id: string | null) => workspace.getState().tabs.find((tab) => tab.id === id) ?? null,
    openDialog: (dialog: OpenDialog | null) => view.setState({ dialog }),
    setMenu: (openMenu: 'environment' | 'identity' | null) => view.setState({ openMenu }),
    dismissNotice: (id: string) => view.setState((state) => dismissNotice(state, id)),
    /** Tells of something that has no place of its own in a view. */
    report(error: unknown) {
      const { message, cause, nextStep, facts } = describeFailure(error);
      const errorId = facts['error id'];
      const id = errorId === undefined ? message : String(errorId);
      const text = `${message} ${cause}${errorId === undefined ? '' : ` (error ${String(errorId)})`}`;
      view.setState((state) => addNotice(state, { id, level: 'error', message: text, nextStep }));
    },
    async updateSettings(settings: Partial<Settings>) {
      queries.setQueryData(hostQueries(host).settings.queryKey, await host.call('settings.update', settings));
    },
    settings: () => queries.getQueryData(hostQueries(host).settings.queryKey),
    chooseEnvironment: (environmentId: string) => change((before) => ({ ...before, environmentId })),
    chooseIdentity: (environmentId: string, identityId: string) =>
      change((before) => ({ ...before, identityIds: { ...before.identityIds, [environmentId]: identityId } })),
    showPanel: (sidePanel: Workspace['sidePanel']) => change((before) => ({ ...before, sidePanel })),
    resize: (panel: string, percent: number) =>
      change((before) => ({ ...before, panelSizes: { ...before.panelSizes, [panel]: percent } })),
  };
}

function createTabActions({ workspace, view, sends }: ActionDependencies, base: Base) {
  const goTo = (activeTabId: string) => {
    view.setState({ isExchangeActive: false });
    base.change((before) => ({ ...before, activeTabId }));
  };
  const open = (tab: Omit<Tab, 'id'>) => {
    view.setState({ isExchangeActive: false });
    base.change((before) => reduce.openTab(before, { ...tab, id: crypto.randomUUID() }));
  };
  const discardTab = (id: string) => {
    sends.getState().forget(id);
    base.change((before) => reduce.closeTab(before, id));
  };
  const closeExchange = () => view.setState({ exchange: null, isExchangeActive: false });
  return {
    goTo,
    open,
    discardTab,
    closeExchange,
    newTab: () =>
      open({
        name: 'New request',
        source: null,
        request: reduce.emptyRequest(base.settings()?.defaultTimeoutMs ?? 30_000),
        isDirty: false,
        exchangeId: null,
      }),
    /** Closes a tab; asks where something typed would be lost. */
    closeTab(id: string | null) {
      const tab = base.tab(id);
      if (!tab) return;
      if (tab.isDirty) base.openDialog({ kind: 'closeDirty', tabId: tab.id });
      else discardTab(tab.id);
    },
    goToNeighbour(step: number) {
      const id = reduce.neighbourTab(workspace.getState(), step);
      if (id) goTo(id);
    },
    edit: (id: string, request: Request) => base.change((before) => reduce.editRequest(before, id, request)),
    openExchange: (exchange: OpenExchange) => view.setState({ exchange, isExchangeActive: true }),
    goToExchange: () => view.setState({ isExchangeActive: true }),
    /** Makes a request of what an exchange once sent; nothing of it is saved yet. */
    openAsRequest: (exchange: Exchange) =>
      open({
        name: exchange.requestName || pathOf(formatUrl(exchange.request.url, [])),
        source: null,
        request: { ...exchange.request, sendAs: exchange.identity.name },
        isDirty: true,
        exchangeId: exchange.id,
      }),
  };
}

const pathOf = (url: string) => url.replace(/^\w+:\/\/[^/]+/, '') || 'Request';

function createFileActions({ host, workspace, view }: ActionDependencies, base: Base) {
  const setSaveError = (tabId: string, error: unknown) =>
    view.setState(({ saveErrors }) => ({ saveErrors: { ...saveErrors, [tabId]: error } }));
  return {
    async openFile(location: { readonly collectionId: string; readonly path: string }) {
      try {
        const file = await host.call('collections.read', { collectionId: location.collectionId, path: location.path });
        const { collectionId, path, revision } = file;
        const tab = { name: file.name, source: { collectionId, path, revision }, request: file.request };
        view.setState({ isExchangeActive: false });
        base.change((before) =>
          reduce.openTab(before, { ...tab, id: crypto.randomUUID(), isDirty: false, exchangeId: null }),
        );
      } catch (error) {
        base.report(error);
      }
    },
    dismissSaveError: (tabId: string) => setSaveError(tabId, null),
    /** Writes a tab to its file; one without a file asks for a place first. A conflict is told in the tab. */
    async save(id: string | null) {
      const tab = base.tab(id);
      if (!tab) return;
      if (!tab.source) return base.openDialog({ kind: 'save', tabId: tab.id });
      setSaveError(tab.id, null);
      try {
        const saved = await host.call('collections.save', { ...tab.source, name: tab.name, request: tab.request });
        const source = { ...tab.source, revision: saved.revision };
        base.change((before) => reduce.markSaved(before, tab.id, { name: tab.name, request: tab.request, source }));
      } catch (error) {
        setSaveError(tab.id, error);
      }
    },
    async saveAs(
      id: string,
      target: { readonly name: string; readonly collectionId: string; readonly folder: string },
    ) {
      const tab = base.tab(id);
      if (!tab) return;
      const { collectionId, path, revision } = await host.call('collections.create', {
        ...target,
        request: tab.request,
      });
      setSaveError(id, null);
      base.change((before) =>
        reduce.markSaved(before, id, {
          name: target.name,
          request: tab.request,
          source: { collectionId, path, revision },
        }),
      );
    },
    /** Takes the file as it stands now and drops what was typed. */
    async reload(id: string) {
      const tab = base.tab(id);
      if (!tab?.source) return;
      try {
        const { collectionId, path } = tab.source;
        const file = await host.call('collections.read', { collectionId, path });
        base.change((before) => ({
          ...before,
          tabs: before.tabs.map((other) =>
            other.id === id
              ? {
                  ...other,
                  name: file.name,
                  request: file.request,
                  isDirty: false,
                  source: { collectionId, path, revision: file.revision },
                }
              : other,
          ),
        }));
        setSaveError(id, null);
      } catch (error) {
        setSaveError(id, error);
      }
    },
    async removeFile(collectionId: string, path: string) {
      try {
        await host.call('collections.remove', { collectionId, path });
        base.change((before) => reduce.forgetSource(before, collectionId, path));
      } catch (error) {
        base.report(error);
      }
    },
    hasTabs: () => workspace.getState().tabs.length > 0,
  };
}

const readsOnly = new Set(['GET', 'HEAD', 'OPTIONS']);

function createSendActions({ host, queries, workspace, sends }: ActionDependencies, base: Base, tabs: Tabs) {
  const target = () => {
    const environments = queries.getQueryData(hostQueries(host).environments.queryKey) ?? [];
    const identities = queries.getQueryData(hostQueries(host).identities.queryKey) ?? [];
    const environment = currentEnvironment(environments, workspace.getState());
    return { environment, identity: currentIdentity(identities, environment, workspace.getState()) };
  };
  const sendNow = (id: string) => {
    const tab = base.tab(id);
    const { environment, identity } = target();
    if (!tab || !environment) return;
    void sends.getState().send(id, {
      request: tab.request,
      requestName: tab.name,
      environmentId: environment.id,
      identityId: identity?.id ?? null,
    });
  };
  /** Sends a tab's request; a write to production asks first. */
  const send = (id: string | null) => {
    const tab = base.tab(id);
    if (!tab || sends.getState().byTab[tab.id]?.isRunning) return;
    const isWrite = !readsOnly.has(tab.request.method.toUpperCase());
    if (isWrite && target().environment?.isProduction) base.openDialog({ kind: 'sendToProduction', tabId: tab.id });
    else sendNow(tab.id);
  };
  return {
    sendNow,
    send,
    /** Sends what an exchange once sent, anew and in a tab of its own: with a new nonce and as the same identity. */
    replay(exchange: Exchange) {
      tabs.openAsRequest(exchange);
      const id = workspace.getState().activeTabId;
      if (id) send(id);
    },
    cancel: (id: string | null) => id !== null && sends.getState().cancel(id),
    async restartSandbox() {
      try {
        await host.call('sandbox.restart', null);
      } catch (error) {
        base.report(error);
      }
    },
  };
}
