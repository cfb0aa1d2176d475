import type { SandboxStatus } from '#shared/contract/sandbox.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import styles from './sandbox-panel.module.css';

interface SandboxPanelProps {
  readonly status: SandboxStatus | undefined;
  readonly onRestart: () => void;
}

/** The built-in imitation of Magento: whether it runs, where, and a fresh start. */
export function SandboxPanel({ status, onRestart }: SandboxPanelProps) {
  return (
    <Panel title="Sandbox">
      <div className={styles.body}>
        <p>
          A small Magento on this machine. It verifies signatures and tokens as the real one does, and forgets what you
          did to it when it starts anew.
        </p>
        <dl className={styles.facts}>
          <dt>State</dt>
          <dd>
            {status?.kind === 'running' ? (
              <StatusTag size="small" tone="ok">
                running
              </StatusTag>
            ) : (
              <StatusTag size="small" tone={status?.kind === 'stopped' ? 'bad' : 'neutral'}>
                {status?.kind ?? 'starting'}
              </StatusTag>
            )}
          </dd>
          {status?.kind === 'running' && (
            <>
              <dt>Address</dt>
              <dd className={styles.mono}>
                {status.url} <CopyButton label="Copy address" text={status.url} />
              </dd>
              <dt>Profile</dt>
              <dd className={styles.mono}>{status.profile}</dd>
            </>
          )}
        </dl>
        <Button onClick={onRestart} disabled={status?.kind === 'starting'}>
          Restart with fresh data
        </Button>
      </div>
      {status?.kind === 'stopped' && (
        <ErrorPanel
          error={{
            message: 'The sandbox is not running.',
            cause: status.message,
            nextStep: 'Restart it; your other environments are not affected.',
          }}
        />
      )}
    </Panel>
  );
}
