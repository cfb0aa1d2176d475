import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import { formatUrl } from '#shared/domain/http/parameters.ts';
import { ResponseView } from '#renderer/features/response/response-view.tsx';
import { describeFailure } from '#renderer/host/host-error.ts';
import { useExchange } from '#renderer/host/host-queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { MethodLabel } from '#renderer/ui/method-label.tsx';
import styles from './exchange-view.module.css';
import { signatureComparison } from './signature-comparison.tsx';
import { useActions, useView } from './state/app-context.ts';

const nothingBefore: readonly Uint8Array[] = [];

/** An exchange of the history: what was asked, of whom, and every face of its answer. Read only. */
export function ExchangeView({ exchangeId }: { readonly exchangeId: string }) {
  const { data: exchange, error } = useExchange(exchangeId);
  const face = useView(({ responseFace }) => responseFace);
  const { chooseFace } = useActions();
  if (error) return <ErrorPanel error={describeFailure(error)} />;
  if (!exchange) return null;
  return (
    <section className={styles.view} aria-label="Exchange" data-region="response">
      <Head exchange={exchange} />
      <ResponseView
        key={exchange.id}
        exchange={exchange}
        preview={nothingBefore}
        comparison={signatureComparison}
        face={face}
        onFace={chooseFace}
      />
    </section>
  );
}

function Head({ exchange }: { readonly exchange: Exchange }) {
  const { openAsRequest, replay } = useActions();
  const sent = exchange.attempts.at(-1)?.hops[0]?.request;
  const url = sent?.url ?? formatUrl(exchange.request.url, exchange.request.parameters);
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <MethodLabel method={exchange.request.method} isShort={false} />
        <code className={styles.url} title={url}>
          {url}
        </code>
        <CopyButton label="Copy URL" text={url} />
        <Button onClick={() => openAsRequest(exchange)}>Open as request</Button>
        <Button variant="primary" onClick={() => replay(exchange)}>
          Replay
        </Button>
      </div>
      <p className={styles.meta}>
        {new Date(exchange.startedAt).toLocaleString()} · {exchange.environment.name} · as {exchange.identity.name}
        {exchange.requestName && ` · ${exchange.requestName}`}
      </p>
    </header>
  );
}
