// The composition root of the window: host client, stores and actions are made here and nowhere else.
import '@fontsource-variable/jetbrains-mono/wght.css';
import './themes/tokens.css';
import './themes/base.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Notice } from '#shared/contract/app.ts';
import type { HostBridge } from '#shared/contract/envelope.ts';
import type { Collection, CollectionNode } from '#shared/domain/collection/collection.ts';
import type { Workspace } from '#shared/domain/settings/workspace.ts';
import { createAppActions } from './app/state/app-actions.ts';
import { AppContext } from './app/state/app-context.ts';
import { autosave } from './app/state/autosave.ts';
import { createSendStore } from './app/state/send-store.ts';
import { addNotice, createViewStore } from './app/state/view-store.ts';
import { keepExchange } from './app/state/workspace-reducers.ts';
import { createWorkspaceStore } from './app/state/workspace-store.ts';
import { Workbench } from './app/workbench.tsx';
import { createHost } from './host/host-client.ts';
import { HostContext } from './host/host-context.ts';
import { describeFailure } from './host/host-error.ts';
import { followTopics, hostQueries } from './host/host-queries.ts';
import { applyTheme, themeFromAddress } from './themes/apply-theme.ts';
import { styleNonce } from './ui/style-nonce.ts';
import { ErrorPanel } from './ui/error-panel.tsx';
import { TooltipProvider } from './ui/tooltip.tsx';

declare global {
  interface Window {
    readonly lodestone: HostBridge;
    /** Read by Radix’s scroll lock for the style element that it adds. */
    __webpack_nonce__?: string;
  }
}

performance.mark('lodestone:script');
applyTheme(themeFromAddress(location.search));
document.documentElement.dataset.platform = new URLSearchParams(location.search).get('platform') ?? '';
window.__webpack_nonce__ = styleNonce();

const rootElement = document.getElementById('root');
if (!rootElement) throw new Error('The page has no root');
const root = createRoot(rootElement);

start(root).catch((error: unknown) => root.render(<ErrorPanel error={describeFailure(error)} />));

async function start(target: Root): Promise<void> {
  const host = createHost(window.lodestone);
  const queries = new QueryClient({
    defaultOptions: { queries: { refetchOnWindowFocus: false, networkMode: 'always' } },
  });
  followTopics(host, queries);
  // Heard from the first moment on: main finds damaged files while it answers the calls below.
  const view = createViewStore();
  const notice = (found: Notice) => view.setState((state) => addNotice(state, found));
  host.on('app.noticed', notice);
  const known = hostQueries(host);
  const [saved, collections, info] = await Promise.all([
    host.call('workspace.load', null),
    queries.query(known.collections).catch(() => []),
    queries.query(known.info),
    queries.query(known.settings),
    queries.query(known.environments),
    queries.query(known.identities),
  ]);

  const workspace = createWorkspaceStore(saved);
  performance.mark('lodestone:data');
  info.notices.forEach(notice);
  const sends = createSendStore({
    host,
    onStarted: (tabId, exchangeId) => actions.change((before) => keepExchange(before, tabId, exchangeId)),
  });
  const actions = createAppActions({ host, queries, workspace, view, sends });
  autosave(workspace, (state) => host.call('workspace.save', state), actions.report);
  if (isFirstStart(saved)) await openFirstRequest(collections, actions.openFile);

  target.render(
    <StrictMode>
      <HostContext value={host}>
        <QueryClientProvider client={queries}>
          <AppContext value={{ workspace, view, sends, actions }}>
            <TooltipProvider>
              <Workbench />
            </TooltipProvider>
          </AppContext>
        </QueryClientProvider>
      </HostContext>
    </StrictMode>,
  );
  requestIdleCallback(() => openedByKeys.forEach((load) => void load()));
}

/** What a key press opens is fetched while nothing else is to be done, so that no keystroke after it is lost. */
const openedByKeys = [
  () => import('./commands/palette.tsx'),
  () => import('./features/environments/environments-dialog.tsx'),
  () => import('./features/settings/settings-dialog.tsx'),
  () => import('./features/history/history-panel.tsx'),
  () => import('./editor/code-editor.tsx'),
];

const isFirstStart = ({ tabs, environmentId, panelSizes }: Workspace) =>
  tabs.length === 0 && environmentId === null && Object.keys(panelSizes).length === 0;

/** The first request of the sample collection, so that a newcomer need only press Send. */
async function openFirstRequest(
  collections: readonly Collection[],
  open: (location: { readonly collectionId: string; readonly path: string }) => Promise<void>,
): Promise<void> {
  for (const { id, nodes } of collections) {
    const first = firstRequest(nodes);
    if (first) return open({ collectionId: id, path: first });
  }
}

function firstRequest(nodes: readonly CollectionNode[]): string | null {
  for (const node of nodes) {
    const path = node.kind === 'request' ? node.path : firstRequest(node.children);
    if (path !== null) return path;
  }
  return null;
}
