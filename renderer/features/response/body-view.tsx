import { Search } from 'lucide-react';
import { useState } from 'react';
import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import { describeFailure } from '#renderer/host/host-error.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { formatSize } from '#shared/kernel/format-size.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import styles from './response.module.css';
import { TextView } from './text-view.tsx';
import { useBody } from './use-body.ts';

interface BodyViewProps {
  readonly exchange: Exchange;
  readonly preview: readonly Uint8Array[];
}

const faces = [
  { value: 'pretty', label: 'Pretty' },
  { value: 'raw', label: 'Raw' },
] as const;

export function BodyView({ exchange, preview }: BodyViewProps) {
  const body = useBody(exchange, preview);
  const [face, setFace] = useState<'pretty' | 'raw'>('pretty');
  const [isSearching, setSearching] = useState(false);
  const facts = exchange.body;

  if (!facts || facts.sizeBytes === 0) {
    return <EmptyState sentence="The answer has no body. Its status and headers are all that the store said." />;
  }
  if (body.kind === 'failed') return <ErrorPanel error={describeFailure(body.error)} />;
  if (body.kind === 'loading') {
    const isLarge = facts.sizeBytes > 2_000_000;
    return isLarge ? (
      <EmptyState sentence={`Reading ${formatSize(body.loadedBytes)} of ${formatSize(facts.sizeBytes)}`} />
    ) : null;
  }
  const isText = body.kind === 'text';
  const pretty = isText && face === 'pretty' ? body.pretty : null;
  const text = isText ? (pretty ?? body.raw) : body.hex;
  return (
    <>
      <div className={styles.bodyBar}>
        {isText && body.pretty !== null && (
          <Segmented label="Show body" value={face} onChange={setFace} choices={faces} />
        )}
        {isText && body.isPreparing && <span className={styles.muted}>Laying out…</span>}
        <span className={styles.muted}>{facts.contentType || 'no content type'}</span>
        {!facts.isComplete && <span className={styles.warning}>broke off</span>}
        {facts.isMasked && <span className={styles.muted}>secrets masked</span>}
        {!isText && <span className={styles.muted}>first 64 kB as bytes</span>}
        <span className={styles.push}>
          <IconButton icon={Search} label="Search in body" keys="Ctrl F" onClick={() => setSearching(true)} />
          <CopyButton label="Copy body" text={text} />
        </span>
      </div>
      <TextView
        label="Response body"
        text={text}
        isJson={isText && body.pretty !== null}
        isSearching={isSearching}
        onSearch={setSearching}
      />
    </>
  );
}
