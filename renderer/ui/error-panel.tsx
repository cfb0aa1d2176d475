import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './error-panel.module.css';

interface Failure {
  readonly message: string;
  readonly cause: string;
  readonly nextStep: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

interface ErrorPanelProps {
  readonly error: Failure;
  readonly tone?: 'bad' | 'warning';
  readonly actions?: ReactNode;
}

/** A failure in the place where it happened: what, why, next step. */
export function ErrorPanel({ error, tone = 'bad', actions }: ErrorPanelProps) {
  const facts = Object.entries(error.facts ?? {});
  return (
    <div role="alert" className={clsx(styles.panel, tone === 'warning' && styles.warning)}>
      <p className={styles.message}>{error.message}</p>
      <dl>
        {error.cause && (
          <div className={styles.row}>
            <dt>Why</dt>
            <dd>{error.cause}</dd>
          </div>
        )}
        {error.nextStep && (
          <div className={styles.row}>
            <dt>Next step</dt>
            <dd>{error.nextStep}</dd>
          </div>
        )}
      </dl>
      {facts.length > 0 && (
        <p className={styles.facts}>{facts.map(([name, value]) => `${name} ${String(value)}`).join(' · ')}</p>
      )}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
