import { useEffect, useState } from 'react';
import type { ResponseState } from '#shared/domain/exchange/response-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatDuration } from '#shared/kernel/format-duration.ts';
import { formatSize } from '#shared/kernel/format-size.ts';
import styles from './response.module.css';

const words = {
  token: 'Signing in',
  upload: 'Sending',
  wait: 'Waiting for the answer',
  download: 'Receiving',
} as const;

/** What is going on and how to stop it; quick answers never show it. */
export function RunningLine({
  response,
  onCancel,
}: {
  readonly response: ResponseState;
  readonly onCancel: () => void;
}) {
  const elapsedMs = useElapsed();
  if (elapsedMs < 200) return null;
  const { progress } = response;
  const phase = progress?.phase ?? (response.head ? 'download' : 'wait');
  const total = progress?.totalBytes ?? null;
  const bytes = progress?.bytes ?? 0;
  return (
    <div className={styles.running}>
      <span>{words[phase]}…</span>
      <span>{formatDuration(elapsedMs)}</span>
      {bytes > 0 && (
        <span>
          {formatSize(bytes)}
          {total !== null && ` of ${formatSize(total)}`}
        </span>
      )}
      {total !== null && total > 0 && (
        <span className={styles.progress}>
          <i style={{ width: `${Math.min(100, (bytes / total) * 100)}%` }} />
        </span>
      )}
      <span className={styles.push}>
        <Button variant="quiet" onClick={onCancel}>
          Stop
        </Button>
      </span>
    </div>
  );
}

function useElapsed(): number {
  const [start] = useState(() => performance.now());
  const [now, setNow] = useState(start);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return now - start;
}
