import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import type { Request } from '#shared/domain/http/request.ts';
import type { Tab } from '#shared/domain/settings/workspace.ts';
import type { ActionDependencies, BaseActions } from './base-actions.ts';
import type { OpenExchange } from './view-store.ts';
import * as reduce from './workspace-reducers.ts';

export type TabActions = ReturnType<typeof createTabActions>;

/** What the path of a URL is called where nothing else has a name. */
const nameOfUrl = (url: string) => url.replace(/^\w+:\/\/[^/]+/, '') || 'Request';

export function createTabActions({ workspace, view, sends }: ActionDependencies, base: BaseActions) {
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
  return {
    goTo,
    open,
    discardTab,
    newTab: () => {
      const request = reduce.emptyRequest(base.settings()?.defaultTimeoutMs ?? 30_000);
      open({ name: 'New request', source: null, request, isDirty: false, exchangeId: null });
    },
    /** Closes a tab; asks where something typed would be lost. */
    closeTab: (id: string | null) => {
      const tab = base.tab(id);
      if (!tab) return;
      if (tab.isDirty) base.openDialog({ kind: 'closeDirty', tabId: tab.id });
      else discardTab(tab.id);
    },
    goToNeighbour: (step: number) => {
      const id = reduce.neighbourTab(workspace.getState(), step);
      if (id) goTo(id);
    },
    edit: (id: string, request: Request) => {
      base.change((before) => reduce.editRequest(before, id, request));
    },
    openExchange: (exchange: OpenExchange) => {
      view.setState({ exchange, isExchangeActive: true });
    },
    goToExchange: () => {
      view.setState({ isExchangeActive: true });
    },
    closeExchange: () => {
      view.setState({ exchange: null, isExchangeActive: false });
    },
    /** Makes a request of what an exchange once sent; nothing of it is saved yet. */
    openAsRequest: (exchange: Exchange) => {
      open({
        name: exchange.requestName || nameOfUrl(exchange.request.url),
        source: null,
        request: { ...exchange.request, sendAs: exchange.identity.name },
        isDirty: true,
        exchangeId: exchange.id,
      });
    },
  };
}
