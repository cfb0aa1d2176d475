import clsx from 'clsx';
import type { SandboxStatus } from '#shared/contract/sandbox.ts';
import { useHistoryCount, useSandbox } from '#renderer/host/host-queries.ts';
import { formatPlural } from '#renderer/ui/format-count.ts';
import { useActions, useCurrent } from './state/app-context.ts';
import styles from './status-bar.module.css';

function describeSandbox(status: SandboxStatus | undefined): string {
  if (status === undefined || status.kind === 'starting') return 'Sandbox starting';
  return status.kind === 'running' ? `Sandbox on ${status.url.replace(/^\w+:\/\//, '')}` : 'Sandbox stopped';
}

export function StatusBar() {
  const sandbox = useSandbox();
  const count = useHistoryCount();
  const { environment } = useCurrent();
  const { showPanel } = useActions();
  return (
    <footer className={styles.bar} aria-label="Status">
      <button type="button" className={clsx(styles.button, styles.item)} onClick={() => showPanel('sandbox')}>
        <i className={clsx(styles.dot, sandbox && styles[sandbox.kind])} aria-hidden />
        {describeSandbox(sandbox)}
      </button>
      {environment && (
        <span className={styles.item} title="How this store verifies signatures">
          profile {environment.profile}
        </span>
      )}
      {environment?.release && <span className={styles.item}>{environment.release}</span>}
      {environment && !environment.verifiesTls && <span className={styles.item}>certificates are not checked</span>}
      {count !== undefined && (
        <button type="button" className={clsx(styles.button, styles.push)} onClick={() => showPanel('history')}>
          {formatPlural(count, 'exchange')}
        </button>
      )}
    </footer>
  );
}
