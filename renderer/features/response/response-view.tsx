// An exchange that came to its end, in all its faces. The history shows its exchanges with the same view.
import { useEffect } from 'react';
import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatDuration } from '#shared/kernel/format-duration.ts';
import { formatSize } from '#shared/kernel/format-size.ts';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Tabs, type TabChoice } from '#renderer/ui/tabs.tsx';
import { BodyView } from './body-view.tsx';
import type { ComparisonSlot } from './comparison-slot.ts';
import { describeOutcome } from './describe-outcome.ts';
import { ExplainView } from './explain-view.tsx';
import { HeadersView } from './headers-view.tsx';
import { OutcomeView } from './outcome-view.tsx';
import { ProfileOffer } from './profile-offer.tsx';
import type { FaceChoice, ResponseFace } from './response-face.ts';
import styles from './response.module.css';
import { SentView } from './sent-view.tsx';
import { SignatureView } from './signature-view.tsx';
import { TimingView } from './timing-view.tsx';

export interface ResponseViewProps extends FaceChoice {
  readonly exchange: Exchange;
  readonly preview: readonly Uint8Array[];
  readonly comparison: ComparisonSlot;
}

export function ResponseView({ exchange, preview, comparison, face, onFace }: ResponseViewProps) {
  usePaintMark(exchange.id);
  const { attempts, explanation, outcome } = exchange;
  const head = attempts.at(-1)?.hops.at(-1)?.response ?? null;
  const isSigned = attempts.some(({ signature }) => signature !== null);
  const tabs: TabChoice<ResponseFace>[] = [
    {
      value: 'body',
      label: 'Body',
      content: () => (
        <>
          <ProfileOffer exchange={exchange} />
          {explanation && <ExplainedLine exchange={exchange} onMore={() => onFace('explain')} />}
          {outcome.kind === 'response' ? (
            <BodyView exchange={exchange} preview={preview} />
          ) : (
            <OutcomeView exchange={exchange} preview={preview} />
          )}
        </>
      ),
    },
  ];
  if (head) {
    const { headers } = head;
    tabs.push({
      value: 'headers',
      label: 'Headers',
      note: headers.length,
      content: () => <HeadersView headers={headers} />,
    });
  }
  if (isSigned) {
    tabs.push({
      value: 'signature',
      label: 'Signature',
      content: () => <SignatureView exchange={exchange} comparison={comparison} />,
    });
  }
  tabs.push({
    value: 'sent',
    label: 'Sent',
    note: attempts.length > 1 ? attempts.length : undefined,
    content: () => <SentView attempts={attempts} />,
  });
  tabs.push({ value: 'timing', label: 'Timing', content: () => <TimingView attempts={attempts} /> });
  if (explanation) {
    tabs.push({ value: 'explain', label: 'Explain', content: () => <ExplainView explanation={explanation} /> });
  }
  return (
    <Tabs
      label="Parts of the response"
      value={face}
      onChange={onFace}
      tabs={tabs}
      start={<Facts exchange={exchange} />}
    />
  );
}

function Facts({ exchange }: { readonly exchange: Exchange }) {
  const { tone, text } = describeOutcome(exchange.outcome);
  const { durationMs, body } = exchange;
  return (
    <span className={styles.facts}>
      <StatusTag tone={tone}>{text}</StatusTag>
      {durationMs !== null && <span title={`${durationMs} ms`}>{formatDuration(durationMs)}</span>}
      {body && (
        <span title={`${body.sizeBytes} bytes, ${body.wireSizeBytes} on the wire`}>{formatSize(body.sizeBytes)}</span>
      )}
    </span>
  );
}

function ExplainedLine({ exchange, onMore }: { readonly exchange: Exchange; readonly onMore: () => void }) {
  const { explanation } = exchange;
  if (!explanation) return null;
  return (
    <div className={styles.explained}>
      <p>{explanation.meaning || explanation.message}</p>
      <Button variant="link" onClick={onMore}>
        Explain
      </Button>
    </div>
  );
}

/** Tells benches when the answer stood on the screen. */
function usePaintMark(exchangeId: string): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => performance.mark('lodestone:response-painted', { detail: exchangeId }));
    return () => cancelAnimationFrame(frame);
  }, [exchangeId]);
}
