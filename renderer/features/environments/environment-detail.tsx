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
import { ProbePanel } from './probe-panel.tsx';
import { VariablesPane } from './variables-pane.tsx';

interface EnvironmentDetailProps {
  readonly environment: Environment;
  readonly keepsSecrets: boolean;
}

/** One environment: who may be sent as, where it is, its variables. */
export function EnvironmentDetail({ environment, keepsSecrets }: EnvironmentDetailProps) {
  const host = useHost();
  const { id, name, release, origin } = environment;
  const [typed, setTyped] = useState<EnvironmentDraft | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isRemoving, setRemoving] = useState(false);
  const save = async (draft: EnvironmentDraft) => {
    setError(null);
    try {
      await host.call('environments.update', { id, draft });
      setTyped(null);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <section className={styles.detail} aria-label={name}>
      <div className={styles.head}>
        <h3>{name}</h3>
        {release && <span className={styles.muted}>{release}</span>}
        {origin === 'user' && <IconButton icon={Trash2} label={`Delete ${name}`} onClick={() => setRemoving(true)} />}
      </div>
      {error !== null && <ErrorPanel error={describeFailure(error)} />}
      <Faces
        environment={environment}
        typed={typed}
        keepsSecrets={keepsSecrets}
        onType={setTyped}
        onProbed={(found) => setTyped((draft) => draft && { ...draft, ...found })}
      />
      {typed && (
        <div className={styles.bar}>
          <p>Not saved yet</p>
          <Button onClick={() => setTyped(null)}>Revert</Button>
          <Button variant="primary" disabled={!typed.name.trim()} onClick={() => void save(typed)}>
            Save
          </Button>
        </div>
      )}
      {isRemoving && (
        <ConfirmDialog
          title={`Delete “${name}”?`}
          message="Its identities and their secrets go with it. The history keeps what was sent."
          action="Delete environment"
          isDanger
          onConfirm={() => void host.call('environments.remove', { id }).catch(setError)}
          onClose={() => setRemoving(false)}
        />
      )}
    </section>
  );
}

interface FacesProps extends EnvironmentDetailProps {
  readonly typed: EnvironmentDraft | null;
  readonly onType: (draft: EnvironmentDraft) => void;
  /** What was found is saved already; a draft must not undo it. */
  readonly onProbed: (found: Pick<EnvironmentDraft, 'profile' | 'profileOrigin'>) => void;
}

type Face = 'identities' | 'store' | 'variables';

function Faces({ environment, typed, keepsSecrets, onType, onProbed }: FacesProps) {
  const { id, origin, ...stored } = environment;
  const identities = useIdentities().filter(({ environmentId }) => environmentId === id);
  const [face, setFace] = useState<Face>('identities');
  const draft = typed ?? stored;
  return (
    <Tabs<Face>
      label="Parts of the environment"
      value={face}
      onChange={setFace}
      tabs={[
        {
          value: 'identities',
          label: 'Identities',
          note: identities.length,
          content: () => (
            <IdentitiesPane
              environmentId={id}
              identities={identities}
              keepsSecrets={keepsSecrets || environment.origin === 'sandbox'}
            />
          ),
        },
        {
          value: 'store',
          label: 'Store',
          content: () => (
            <div className={styles.form}>
              <EnvironmentForm
                draft={draft}
                isAddressFixed={origin === 'sandbox'}
                onChange={onType}
                probe={
                  identities.some(({ kind }) => kind === 'integration') && (
                    <ProbePanel environmentId={id} onProbed={onProbed} />
                  )
                }
              />
            </div>
          ),
        },
        {
          value: 'variables',
          label: 'Variables',
          note: draft.variables.length || undefined,
          content: () => (
            <VariablesPane variables={draft.variables} onChange={(variables) => onType({ ...draft, variables })} />
          ),
        },
      ]}
    />
  );
}
