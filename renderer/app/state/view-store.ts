// What is shown at this moment and need not be remembered: dialogs, the opened exchange, notices.
import type { ResponseFace } from '#renderer/features/response/response-face.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

export type OpenDialog =
  | { readonly kind: 'palette' }
  | { readonly kind: 'environments'; readonly environmentId: string | null; readonly isAdding: boolean }
  | { readonly kind: 'settings' }
  | { readonly kind: 'diagnosis' }
  | { readonly kind: 'save'; readonly tabId: string }
  | { readonly kind: 'closeDirty'; readonly tabId: string }
  | { readonly kind: 'sendToProduction'; readonly tabId: string }
  | { readonly kind: 'removeRequest'; readonly collectionId: string; readonly path: string; readonly name: string };

export interface ViewNotice {
  readonly id: string;
  readonly level: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly nextStep: string;
}

/** An exchange of the history that is open in a tab of its own. */
export interface OpenExchange {
  readonly exchangeId: string;
  readonly method: string;
  readonly title: string;
}

export interface ViewState {
  readonly dialog: OpenDialog | null;
  readonly openMenu: 'environment' | 'identity' | null;
  readonly exchange: OpenExchange | null;
  /** True while the exchange's tab is in front of the request tabs. */
  readonly isExchangeActive: boolean;
  readonly responseFace: ResponseFace;
  readonly notices: readonly ViewNotice[];
  /** Why the last save of a tab did not work, by tab id. */
  readonly saveErrors: Readonly<Record<string, unknown>>;
}

export type ViewStore = StoreApi<ViewState>;

export const createViewStore = (): ViewStore =>
  createStore(() => ({
    dialog: null,
    openMenu: null,
    exchange: null,
    isExchangeActive: false,
    responseFace: 'body',
    notices: [],
    saveErrors: {},
  }));

/** Adds a notice, or replaces the one with the same id. */
export const addNotice = (view: ViewState, notice: ViewNotice): Partial<ViewState> => ({
  notices: [...view.notices.filter(({ id }) => id !== notice.id), notice],
});

export const dismissNotice = (view: ViewState, id: string): Partial<ViewState> => ({
  notices: view.notices.filter((notice) => notice.id !== id),
});
