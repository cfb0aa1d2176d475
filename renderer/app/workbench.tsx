// The frame: title bar, rail, side panel, tabs with their view, status bar. What stands in it comes from the features.
import clsx from 'clsx';
import { Suspense, lazy, useEffect, useState } from 'react';
import { MousePointerClick } from 'lucide-react';
import { commandTable } from '#renderer/commands/command-table.ts';
import { keysOf } from '#renderer/commands/platform.ts';
import { useShortcuts } from '#renderer/commands/use-shortcuts.ts';
import { useSettings } from '#renderer/host/host-queries.ts';
import { applyTheme } from '#renderer/themes/apply-theme.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorBoundary } from '#renderer/ui/error-boundary.tsx';
import { Keys } from '#renderer/ui/keys.tsx';
import { SplitPane } from '#renderer/ui/split-pane.tsx';
import { Dialogs } from './dialogs.tsx';
import { Notices } from './notices.tsx';
import { Rail } from './rail.tsx';
import { RequestView } from './request-view.tsx';
import { SidePanel } from './side-panel.tsx';
import { useActions, useActiveTab, useCurrent, useView, useWorkspace } from './state/app-context.ts';
import { StatusBar } from './status-bar.tsx';
import { TabStrip } from './tab-strip.tsx';
import { TitleBar } from './title-bar.tsx';
import { useWorkbench } from './use-workbench.ts';
import styles from './workbench.module.css';

const ExchangeView = lazy(() => import('./exchange-view.tsx').then((m) => ({ default: m.ExchangeView })));

export function Workbench() {
  const workbench = useWorkbench();
  const { resize } = useActions();
  const isDialogOpen = useView(({ dialog }) => dialog !== null);
  const hasSidePanel = useWorkspace(({ sidePanel }) => sidePanel !== null);
  const sidePercent = useWorkspace(({ panelSizes }) => panelSizes['side']);
  const { environment } = useCurrent();
  useShortcuts(workbench, isDialogOpen);
  useTheme();
  useEffect(() => {
    performance.mark('lodestone:interactive');
  }, []);

  return (
    <div className={clsx(styles.app, environment?.isProduction && styles.production)}>
      <TitleBar />
      <Notices />
      <div className={styles.body}>
        <Rail workbench={workbench} />
        {hasSidePanel ? (
          <SplitPane
            id="side"
            orientation="horizontal"
            separatorLabel="Width of the side panel"
            size={sidePercent === undefined ? { px: 252 } : { percent: sidePercent }}
            minimumPx={[180, 420]}
            keepsPixels
            onResize={(percent) => resize('side', percent)}
            first={<SidePanel />}
            second={<Main />}
          />
        ) : (
          <Main />
        )}
      </div>
      <StatusBar />
      <Dialogs workbench={workbench} />
    </div>
  );
}

function Main() {
  const tab = useActiveTab();
  const exchange = useView((view) => (view.isExchangeActive ? view.exchange : null));
  const { report } = useActions();
  const isBeside = useBeside();
  return (
    <main className={styles.main}>
      <TabStrip isBeside={isBeside} />
      <ErrorBoundary key={exchange?.exchangeId ?? tab?.id ?? ''} view="This tab" onError={report}>
        {exchange ? (
          <Suspense fallback={null}>
            <ExchangeView exchangeId={exchange.exchangeId} />
          </Suspense>
        ) : tab ? (
          <RequestView tab={tab} isBeside={isBeside} />
        ) : (
          <NoTab />
        )}
      </ErrorBoundary>
    </main>
  );
}

function NoTab() {
  const { newTab } = useActions();
  const keys = keysOf(commandTable.newTab);
  return (
    <EmptyState
      icon={MousePointerClick}
      sentence="Open a request from the collections at the left, or write a new one."
      action={<Button onClick={newTab}>New request {keys && <Keys text={keys} />}</Button>}
    />
  );
}

/** Beside above 1,400 px, below under it, unless the user has chosen. */
function useBeside(): boolean {
  const layout = useSettings()?.layout ?? 'auto';
  const [isWide, setWide] = useState(() => window.innerWidth >= 1400);
  useEffect(() => {
    const query = matchMedia('(min-width: 1400px)');
    const follow = () => setWide(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return layout === 'auto' ? isWide : layout === 'beside';
}

function useTheme(): void {
  const theme = useSettings()?.theme;
  useEffect(() => (theme ? applyTheme(theme) : undefined), [theme]);
}
