import { commandTable } from '#renderer/commands/command-table.ts';
import { keysOf } from '#renderer/commands/platform.ts';
import type { Tab } from '#shared/domain/settings/workspace.ts';
import { idleResponse } from '#shared/domain/exchange/response-state.ts';
import { Composer } from '#renderer/features/composer/composer.tsx';
import { ResponsePane } from '#renderer/features/response/response-pane.tsx';
import { describeFailure } from '#renderer/host/host-error.ts';
import { useExchange } from '#renderer/host/host-queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorBoundary } from '#renderer/ui/error-boundary.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { SplitPane } from '#renderer/ui/split-pane.tsx';
import { signatureComparison } from './signature-comparison.tsx';
import { identityOfRequest } from './state/current.ts';
import { useActions, useCurrent, useSends, useView, useWorkspace } from './state/app-context.ts';

interface RequestViewProps {
  readonly tab: Tab;
  readonly isBeside: boolean;
}

/** One tab: the request above or beside its answer. */
export function RequestView({ tab, isBeside }: RequestViewProps) {
  const { report, resize } = useActions();
  const key = isBeside ? 'composer.beside' : 'composer.below';
  const percent = useWorkspace(({ panelSizes }) => panelSizes[key]);
  return (
    <SplitPane
      key={key}
      id={key.replace('.', '-')}
      orientation={isBeside ? 'horizontal' : 'vertical'}
      separatorLabel="Size of request and response"
      size={{ percent: percent ?? (isBeside ? 48 : 43) }}
      minimumPx={isBeside ? [380, 340] : [150, 120]}
      onResize={(next) => resize(key, next)}
      first={
        <ErrorBoundary view="The request" onError={report}>
          <ComposerOfTab tab={tab} />
        </ErrorBoundary>
      }
      second={
        <ErrorBoundary key={tab.id} view="The response" onError={report}>
          <ResponseOfTab tab={tab} />
        </ErrorBoundary>
      }
    />
  );
}

function ComposerOfTab({ tab }: { readonly tab: Tab }) {
  const { environment, identities, identity } = useCurrent();
  const isRunning = useSends(({ byTab }) => byTab[tab.id]?.isRunning ?? false);
  const saveError = useView(({ saveErrors }) => saveErrors[tab.id] ?? null);
  const actions = useActions();
  return (
    <>
      {saveError !== null && <SaveError tab={tab} error={saveError} />}
      <Composer
        key={tab.id}
        request={tab.request}
        environment={environment}
        identities={identities}
        chosen={identity}
        effective={identityOfRequest(tab.request.sendAs, identities, identity)}
        isRunning={isRunning}
        isDirty={tab.isDirty || tab.source === null}
        keys={{ send: keysOf(commandTable.send), save: keysOf(commandTable.save) }}
        onChange={(request) => actions.edit(tab.id, request)}
        onSend={() => actions.send(tab.id)}
        onCancel={() => actions.cancel(tab.id)}
        onSave={() => void actions.save(tab.id)}
      />
    </>
  );
}

function SaveError({ tab, error }: { readonly tab: Tab; readonly error: unknown }) {
  const { reload, openDialog, dismissSaveError } = useActions();
  return (
    <ErrorPanel
      tone="warning"
      error={describeFailure(error)}
      actions={
        <>
          <Button onClick={() => openDialog({ kind: 'save', tabId: tab.id })}>Save under another name…</Button>
          <Button onClick={() => void reload(tab.id)}>Take the file as it is now</Button>
          <Button variant="quiet" onClick={() => dismissSaveError(tab.id)}>
            Keep editing
          </Button>
        </>
      }
    />
  );
}

function ResponseOfTab({ tab }: { readonly tab: Tab }) {
  const face = useView(({ responseFace }) => responseFace);
  const sent = useSends(({ byTab }) => byTab[tab.id]);
  const actions = useActions();
  // The answer of an earlier session, read only when its tab is looked at.
  const earlier = useExchange(sent ? null : tab.exchangeId);
  return (
    <ResponsePane
      response={sent?.response ?? idleResponse}
      last={sent?.last ?? null}
      isRunning={sent?.isRunning ?? false}
      error={sent?.error ?? null}
      earlier={earlier.data ?? null}
      isLoadingEarlier={earlier.isLoading}
      face={face}
      onFace={actions.chooseFace}
      sendKeys={keysOf(commandTable.send)}
      comparison={signatureComparison}
      onCancel={() => actions.cancel(tab.id)}
    />
  );
}
