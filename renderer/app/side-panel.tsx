import { lazy, Suspense } from 'react';
import { commandTable } from '#renderer/commands/command-table.ts';
import { keysOf } from '#renderer/commands/platform.ts';
import { CollectionsPanel } from '#renderer/features/collections/collections-panel.tsx';
import { pathOfUrl } from '#renderer/features/history/history-rows.ts';
import { describeFailure } from '#renderer/host/host-error.ts';
import { useCollections, useSandbox } from '#renderer/host/host-queries.ts';
import { ErrorBoundary } from '#renderer/ui/error-boundary.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { useActions, useActiveTab, useView, useWorkspace } from './state/app-context.ts';

const HistoryPanel = lazy(() =>
  import('#renderer/features/history/history-panel.tsx').then((m) => ({ default: m.HistoryPanel })),
);
const SandboxPanel = lazy(() =>
  import('#renderer/features/sandbox/sandbox-panel.tsx').then((m) => ({ default: m.SandboxPanel })),
);

const content = { collections: CollectionsSide, history: HistorySide, sandbox: SandboxSide };

/** The room that is chosen in the rail. */
export function SidePanel() {
  const panel = useWorkspace(({ sidePanel }) => sidePanel);
  const { report } = useActions();
  if (panel === null) return null;
  const Content = content[panel];
  return (
    <aside aria-label="Side panel" data-region="side" style={{ display: 'contents' }}>
      <ErrorBoundary key={panel} view="This panel" onError={report}>
        <Suspense fallback={null}>
          <Content />
        </Suspense>
      </ErrorBoundary>
    </aside>
  );
}

function CollectionsSide() {
  const collections = useCollections();
  const tab = useActiveTab();
  const isExchangeActive = useView((view) => view.isExchangeActive);
  const { openFile, newTab, openDialog } = useActions();
  if (collections.error) return <ErrorPanel error={describeFailure(collections.error)} />;
  return (
    <CollectionsPanel
      collections={collections.data ?? []}
      active={isExchangeActive ? null : (tab?.source ?? null)}
      newKeys={keysOf(commandTable.newTab)}
      onOpen={(location) => void openFile(location)}
      onNew={newTab}
      onRemove={({ collectionId, path, name }) => openDialog({ kind: 'removeRequest', collectionId, path, name })}
    />
  );
}

function HistorySide() {
  const exchange = useView((view) => view.exchange);
  const { openExchange } = useActions();
  return (
    <HistoryPanel
      activeId={exchange?.exchangeId ?? null}
      onOpen={({ id, method, url, requestName }) =>
        openExchange({ exchangeId: id, method, title: requestName || (pathOfUrl(url).split('?')[0] ?? url) })
      }
    />
  );
}

function SandboxSide() {
  const status = useSandbox();
  const { restartSandbox } = useActions();
  return <SandboxPanel status={status} onRestart={() => void restartSandbox()} />;
}
