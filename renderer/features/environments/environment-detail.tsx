import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Environment, EnvironmentDraft } from '#shared/domain/environment/environment.ts';
import { useHost } from '#renderer/host/host-context.ts';
import { describeFailure } from '#renderer/host/host-error.ts';
import { useIdentities } from '#renderer/host/host-queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { EnvironmentForm } from './environment-form.tsx';
import styles from './environments-dialog.module.css';
import { IdentitiesPane } from './identities-pane.tsx';
import { VariablesPane } from './variables-pane.tsx';

interface EnvironmentDetailProps {
  readonly environment: Environment;
  readonly keepsSecrets: boolean;
}

type Face = 'identities' | 'store' | 'variables';

/** One environment: who may be sent as, where it is, its variables. */
export function EnvironmentDetail({ environment, keepsSecrets }: EnvironmentDetailProps) {
  const host = useHost();
  const { id, origin, ...stored } = environment;
  const identities = useIdentities().filter(({ environmentId }) => environmentId === id);
  const [face, setFace] = useState<Face>('identities');
  const [typed, setTyped] = useState<EnvironmentDraft | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isRemoving, setRemoving] = useState(false);
  const draft = typed ?? stored;

  const save = async () => {
    setError(null);
    try {
      await host.call('environments.update', { id, draft });
      setTyped(null);
    } catch (failure) {
      setError(failure);
    }
  };
  const remove = () => host.call('environments.remove', { id }).catch(setError);

  return (
    <section className={styles.detail} aria-label={environment.name}>
      <div className={styles.head}>
        <h3>{environment.name}</h3>
        {environment.release && <span className={styles.muted}>{environment.release}</span>}
        {origin === 'user' && (
          <IconButton icon={Trash2} label={`Delete ${environment.name}`} onClick={() => setRemoving(true)} />
        )}
      </div>
      {error !== null && <ErrorPanel error={describeFailure(error)} />}
      <Tabs<Face>
        label="Parts of the environment"
        value={face}
        onChange={setFace}
        tabs={[
          {
            value: 'identities',
            label: 'Identities',
            note: identities.length,
            content: () => <IdentitiesPane environmentId={id} identities={identities} keepsSecrets={keepsSecrets} />,
          },
          {
            value: 'store',
            label: 'Store',
            content: () => (
              <div className={styles.form}>
                <EnvironmentForm draft={draft} isAddressFixed={origin === 'sandbox'} onChange={setTyped} />
              </div>
            ),
          },
          {
            value: 'variables',
            label: 'Variables',
            note: draft.variables.length || undefined,
            content: () => (
              <VariablesPane variables={draft.variables} onChange={(variables) => setTyped({ ...draft, variables })} />
            ),
          },
        ]}
      />
      {typed && (
        <div className={styles.bar}>
          <p>Not saved yet</p>
          <Button onClick={() => setTyped(null)}>Revert</Button>
          <Button variant="primary" disabled={!draft.name.trim()} onClick={() => void save()}>
            Save
          </Button>
        </div>
      )}
      {isRemoving && (
        <ConfirmDialog
          title={`Delete “${environment.name}”?`}
          message="Its identities and their secrets go with it. The history keeps what was sent."
          action="Delete environment"
          isDanger
          onConfirm={() => void remove()}
          onClose={() => setRemoving(false)}
        />
      )}
    </section>
  );
}
