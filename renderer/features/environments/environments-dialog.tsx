import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useAppInfo, useEnvironments } from '#renderer/host/host-queries.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EnvironmentDot } from '#renderer/ui/environment-dot.tsx';
import { AddEnvironment } from './add-environment.tsx';
import { EnvironmentDetail } from './environment-detail.tsx';
import styles from './environments-dialog.module.css';

interface EnvironmentsDialogProps {
  readonly startId: string | null;
  readonly isAdding: boolean;
  readonly onCreated: (environmentId: string) => void;
  readonly onClose: () => void;
}

/** Every store and who requests can be sent as. */
export function EnvironmentsDialog({ startId, isAdding: startsAdding, onCreated, onClose }: EnvironmentsDialogProps) {
  const environments = useEnvironments();
  const keepsSecrets = useAppInfo()?.keepsSecrets ?? true;
  const [shownId, setShownId] = useState(startId);
  const [isAdding, setAdding] = useState(startsAdding);
  const shown = environments.find(({ id }) => id === shownId) ?? environments[0];
  return (
    <Dialog title="Environments and identities" size="wide" onClose={onClose}>
      <div className={styles.layout}>
        <nav className={styles.list} aria-label="Environments">
          {environments.map(({ id, name, colour, isProduction }) => (
            <button
              key={id}
              type="button"
              className={styles.item}
              aria-current={!isAdding && id === shown?.id}
              onClick={() => {
                setAdding(false);
                setShownId(id);
              }}
            >
              <EnvironmentDot colour={colour} />
              <span>{name}</span>
              {isProduction && <small>production</small>}
            </button>
          ))}
          <button
            type="button"
            className={`${styles.item} ${styles.add}`}
            aria-current={isAdding}
            onClick={() => setAdding(true)}
          >
            <Plus size={14} aria-hidden />
            <span>Add environment…</span>
          </button>
        </nav>
        {isAdding || !shown ? (
          <AddEnvironment
            onCreated={(id) => {
              setShownId(id);
              setAdding(false);
              onCreated(id);
            }}
          />
        ) : (
          <EnvironmentDetail key={shown.id} environment={shown} keepsSecrets={keepsSecrets} />
        )}
      </div>
    </Dialog>
  );
}
