import type { HistoryEntry } from '#shared/domain/history/history.ts';
import { formatDuration } from '#shared/kernel/format-duration.ts';
import { MethodLabel } from '#renderer/ui/method-label.tsx';
import { StatusTag, toneOfStatus, type Tone } from '#renderer/ui/status-tag.tsx';
import styles from './history-panel.module.css';
import { pathOfUrl, shortPath, type HistoryRow } from './history-rows.ts';

interface HistoryLineProps {
  readonly row: HistoryRow;
  readonly top: number;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly onOpen: (entry: HistoryEntry) => void;
}

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
  const [text, tone] = outcomeTag(entry);
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
      onClick={() => {
        onOpen(entry);
      }}
    >
      <MethodLabel method={method} />
      <span className={styles.path}>{shortPath(path)}</span>
      <span className={styles.status}>
        <StatusTag size="small" tone={tone}>
          {text}
        </StatusTag>
      </span>
      <time className={styles.quiet} dateTime={entry.startedAt}>
        {time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}
      </time>
      <span className={styles.meta}>
        {environmentName} · {identityName}
      </span>
      <span className={styles.duration}>{durationMs === null ? '' : formatDuration(durationMs)}</span>
    </div>
  );
}

function outcomeTag({ outcome, status }: HistoryEntry): readonly [text: string, tone: Tone] {
  switch (outcome) {
    case 'response':
      return [String(status), toneOfStatus(status ?? 0)];
    case 'failed':
      return ['failed', 'bad'];
    case 'cancelled':
      return ['stopped', 'neutral'];
    case 'interrupted':
      return ['cut off', 'warning'];
    case 'pending':
      return ['running', 'neutral'];
  }
}
