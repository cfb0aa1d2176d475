// The exchanges that run or ran in the tabs of this window. Each tab has one at a time; tabs run side by side.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { idleResponse, reduceResponse, type ResponseState } from '#shared/domain/exchange/response-state.ts';
import type { SendInput } from '#shared/contract/exchanges.ts';
import type { Host } from '#renderer/host/host-client.ts';
import { isCancelled } from '#renderer/host/host-error.ts';

export interface TabResponse {
  readonly response: ResponseState;
  /** The last one that came to its end, still shown while the next is on its way. */
  readonly last: ResponseState | null;
  readonly isRunning: boolean;
  /** What kept the call itself from being made; network failures are outcomes of the exchange instead. */
  readonly error: unknown;
}

export interface SendState {
  readonly byTab: Readonly<Record<string, TabResponse>>;
  readonly send: (tabId: string, input: SendInput) => Promise<void>;
  readonly cancel: (tabId: string) => void;
  readonly forget: (tabId: string) => void;
}

export type SendStore = StoreApi<SendState>;

interface SendDependencies {
  readonly host: Host;
  readonly onStarted: (tabId: string, exchangeId: string) => void;
}

const nothing: TabResponse = { response: idleResponse, last: null, isRunning: false, error: null };

export function createSendStore({ host, onStarted }: SendDependencies): SendStore {
  const controllers = new Map<string, AbortController>();
  return createStore<SendState>((set, get) => {
    const change = (tabId: string, next: (before: TabResponse) => TabResponse) =>
      set(({ byTab }) => {
        const before = byTab[tabId] ?? nothing;
        return { byTab: { ...byTab, [tabId]: next(before) } };
      });
    return {
      byTab: {},
      async send(tabId, input) {
        if (controllers.has(tabId)) return;
        const controller = new AbortController();
        controllers.set(tabId, controller);
        const isCurrent = () => controllers.get(tabId) === controller;
        change(tabId, ({ last }) => ({
          ...nothing,
          response: { ...idleResponse, phase: 'sending' },
          last,
          isRunning: true,
        }));
        try {
          await host.stream('exchange.send', input, {
            signal: controller.signal,
            onEvent: (event) => {
              if (!isCurrent()) return;
              if (event.kind === 'started') onStarted(tabId, event.exchangeId);
              change(tabId, (before) => {
                const response = reduceResponse(before.response, event);
                return { ...before, response, last: response.exchange ? response : before.last };
              });
            },
          });
        } catch (error) {
          const isExpected = isCancelled(error) && get().byTab[tabId]?.response.exchange !== null;
          if (isCurrent() && !isExpected) change(tabId, (before) => ({ ...before, error }));
        } finally {
          if (isCurrent()) {
            controllers.delete(tabId);
            change(tabId, (before) => ({ ...before, isRunning: false }));
          }
        }
      },
      cancel: (tabId) => controllers.get(tabId)?.abort(),
      forget(tabId) {
        controllers.get(tabId)?.abort();
        controllers.delete(tabId);
        set(({ byTab }) => ({ byTab: Object.fromEntries(Object.entries(byTab).filter(([id]) => id !== tabId)) }));
      },
    };
  });
}
