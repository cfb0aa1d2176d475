// What Send led to: nothing yet, on its way, ended, or never begun.
import clsx from 'clsx';
import { Send } from 'lucide-react';
import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import { idleResponse, type ResponseState } from '#shared/domain/exchange/response-state.ts';
import { describeFailure, isCancelled } from '#renderer/host/host-error.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { formatDuration } from '#shared/kernel/format-duration.ts';
import { formatSize } from '#shared/kernel/format-size.ts';
import { Keys } from '#renderer/ui/keys.tsx';
import type { ComparisonSlot } from './comparison-slot.ts';
import { describeOutcome } from './describe-outcome.ts';
import type { FaceChoice } from './response-face.ts';
import { ResponseView } from './response-view.tsx';
import { RunningLine } from './running-line.tsx';
import styles from './response.module.css';

export interface ResponsePaneProps extends FaceChoice {
  readonly response: ResponseState;
  readonly last: ResponseState | null;
  readonly isRunning: boolean;
  readonly error: unknown;
  /** The exchange of an earlier session that the tab still shows. */
  readonly earlier: Exchange | null;
  readonly isLoadingEarlier: boolean;
  readonly sendKeys: string | undefined;
  readonly comparison: ComparisonSlot;
  readonly onCancel: () => void;
}

export function ResponsePane(props: ResponsePaneProps) {
  const { response, last, isRunning, error, earlier } = props;
  const shown = response.exchange ? response : last;
  const exchange = shown?.exchange ?? earlier;
  const isStale = isRunning && !response.exchange;
  return (
    <section className={styles.pane} aria-label="Response" data-region="response">
      <p className="visually-hidden" role="status" aria-live="polite">
        {announce(response)}
      </p>
      {isStale && <RunningLine response={response} onCancel={props.onCancel} />}
      {error !== null && !isCancelled(error) ? (
        <ErrorPanel error={describeFailure(error)} />
      ) : exchange ? (
        <div className={clsx(styles.pane, isStale && styles.stale)}>
          <ResponseView
            key={exchange.id}
            exchange={exchange}
            preview={(shown ?? idleResponse).bodyPreview}
            comparison={props.comparison}
            face={props.face}
            onFace={props.onFace}
          />
        </div>
      ) : isRunning || props.isLoadingEarlier ? null : (
        <EmptyState
          icon={Send}
          sentence={
            <>
              Send the request, and its answer stands here: body, headers, what was really sent, timing and signature.{' '}
              {props.sendKeys && <Keys text={props.sendKeys} />}
            </>
          }
        />
      )}
    </section>
  );
}

/** One sentence for screen readers once the answer is there. */
function announce({ exchange }: ResponseState): string {
  if (!exchange) return '';
  const { text } = describeOutcome(exchange.outcome);
  const time = exchange.durationMs === null ? '' : `, ${formatDuration(exchange.durationMs)}`;
  const size = exchange.body ? `, ${formatSize(exchange.body.sizeBytes)}` : '';
  return `${text}${time}${size}`;
}
