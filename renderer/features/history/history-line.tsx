import type { HistoryEntry } from '#shared/domain/history/history.ts';
import { formatDuration } from '#renderer/ui/format-quantity.ts';
import { MethodLabel } from '#renderer/ui/method-label.tsx';
import { StatusTag, toneOfStatus } from '#renderer/ui/status-tag.tsx';
import styles from './history-panel.module.css';
import { pathOfUrl, type HistoryRow } from './history-rows.ts';

interface HistoryLineProps {
  readonly row: HistoryRow;
  readonly top: number;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly onOpen: (entry: HistoryEntry) => void;
}

const words: Readonly<Record<HistoryEntry['outcome'], string>> = {
  response: '',
  pending: '…',
  failed: 'fail',
  cancelled: 'stop',
  interrupted: 'cut',
};

export function HistoryLine({ row, top, isSelected, isTabStop, onOpen }: HistoryLineProps) {
  const style = { transform: `translateY(${top}px)` };
  if (row.kind === 'day') {
    return (
      <div className={styles.day} style={style} role="presentation">
        {row.label}
      </div>
    );
  }
  const { entry } = row;
  const { method, status, outcome, environmentName, identityName, durationMs } = entry;
  const path = pathOfUrl(entry.url);
  const time = new Date(entry.startedAt);
  return (
    // Keys are heard by the list around it, which alone knows the neighbours.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="option"
      aria-selected={isSelected}
      aria-label={`${method} ${path}, ${status ?? outcome}, ${environmentName}, ${identityName}`}
      tabIndex={isTabStop ? 0 : -1}
      data-key={row.key}
      className={styles.entry}
      style={style}
      title={`${entry.requestName ? `${entry.requestName}\n` : ''}${method} ${entry.url}\n${time.toLocaleString()}`}
      onClick={() => onOpen(entry)}
    >
      <span>
        <MethodLabel method={method} />
      </span>
      <span>
        <StatusTag
          size="small"
          tone={outcome === 'response' ? toneOfStatus(status ?? 0) : outcome === 'failed' ? 'bad' : 'neutral'}
        >
          {outcome === 'response' ? status : words[outcome]}
        </StatusTag>
      </span>
      <span className={`${styles.name} ${styles.path}`}>{path}</span>
      <span className={styles.time}>{time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}</span>
      <span className={styles.meta}>
        {environmentName} · {identityName}
      </span>
      <span className={styles.time}>{durationMs === null ? '' : formatDuration(durationMs)}</span>
    </div>
  );
}
