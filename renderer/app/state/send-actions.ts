import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import { isSafeMethod } from '#shared/domain/http/safe-method.ts';
import { hostQueries } from '#renderer/host/host-queries.ts';
import type { ActionDependencies, BaseActions } from './base-actions.ts';
import { currentEnvironment, currentIdentity } from './current.ts';
import type { TabActions } from './tab-actions.ts';

export function createSendActions(dependencies: ActionDependencies, base: BaseActions, tabs: TabActions) {
  const { host, queries, workspace, sends } = dependencies;
  const target = () => {
    const environments = queries.getQueryData(hostQueries(host).environments.queryKey) ?? [];
    const identities = queries.getQueryData(hostQueries(host).identities.queryKey) ?? [];
    const environment = currentEnvironment(environments, workspace.getState());
    return { environment, identity: currentIdentity(identities, environment, workspace.getState()) };
  };
  /** `isConfirmed`: the user agreed to write to production. */
  const sendNow = (id: string, isConfirmed = false) => {
    const tab = base.tab(id);
    const { environment, identity } = target();
    if (!tab || !environment) return;
    void sends.getState().send(id, {
      request: tab.request,
      requestName: tab.name,
      environmentId: environment.id,
      identityId: identity?.id ?? null,
      isConfirmed,
    });
  };
  /** Sends a tab's request; a write to production asks first. */
  const send = (id: string | null) => {
    const tab = base.tab(id);
    if (!tab || sends.getState().byTab[tab.id]?.isRunning) return;
    const isWrite = !isSafeMethod(tab.request.method);
    if (isWrite && target().environment?.isProduction) base.openDialog({ kind: 'sendToProduction', tabId: tab.id });
    else sendNow(tab.id);
  };
  return {
    sendNow,
    send,
    cancel: (id: string | null) => {
      if (id !== null) sends.getState().cancel(id);
    },
    /** Sends what an exchange once sent, in a tab of its own: with a new nonce, to its environment and as its identity. */
    replay: (exchange: Exchange) => {
      const environments = queries.getQueryData(hostQueries(host).environments.queryKey) ?? [];
      tabs.openAsRequest(exchange);
      if (environments.some(({ id }) => id === exchange.environment.id)) {
        base.chooseEnvironment(exchange.environment.id);
        send(workspace.getState().activeTabId);
      } else {
        base.inform(
          `The environment “${exchange.environment.name}” is gone, so nothing was sent.`,
          'Look where the request would go now, and press Send.',
        );
      }
    },
    restartSandbox: async () => {
      try {
        await host.call('sandbox.restart', null);
      } catch (error) {
        base.report(error);
      }
    },
  };
}
