import { useState } from 'react';
import { identityKindFacts } from '#shared/domain/identity/identity-kinds.ts';
import type { IdentityKind, IdentityState } from '#shared/domain/identity/identity.ts';
import { useHost } from '#renderer/host/host-context.ts';
import { describeFailure } from '#renderer/host/host-error.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { Field, TextInput } from '#renderer/ui/field.tsx';
import styles from './environments-dialog.module.css';
import { parseFourValues } from './parse-four-values.ts';
import { SecretInput } from './secret-input.tsx';

interface IdentityFormProps {
  readonly kind: IdentityKind;
  readonly environmentId: string;
  /** Null for a new one. */
  readonly identity: IdentityState | null;
  readonly onDone: () => void;
}

/** Name, account and secrets of an identity. A secret that is not typed anew stays as it is. */
export function IdentityForm({ kind, environmentId, identity, onDone }: IdentityFormProps) {
  const host = useHost();
  const facts = identityKindFacts[kind];
  const [name, setName] = useState(identity?.name ?? '');
  const [username, setUsername] = useState(identity?.username ?? '');
  const [secrets, setSecrets] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<unknown>(null);
  const effectiveName = name.trim() || username.trim() || facts.label;

  const save = async () => {
    const typed = Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== ''));
    const draft = { environmentId, name: effectiveName, kind, username: username.trim(), secrets: typed };
    try {
      if (identity) await host.call('identities.update', { id: identity.id, draft });
      else await host.call('identities.create', draft);
      onDone();
    } catch (failure) {
      setError(failure);
    }
  };
  const takeFour = (event: React.ClipboardEvent) => {
    const values = kind === 'integration' ? parseFourValues(event.clipboardData.getData('text')) : null;
    if (!values) return;
    event.preventDefault();
    setSecrets(values);
  };

  return (
    <form
      className={styles.identityForm}
      onPaste={takeFour}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={styles.pair}>
        <Field label="Name">
          {(ids) => (
            <TextInput
              {...ids}
              autoFocus={!identity}
              value={name}
              placeholder={kind === 'integration' ? 'ERP integration' : ''}
              onChange={setName}
            />
          )}
        </Field>
        {facts.usernameLabel && (
          <Field label={facts.usernameLabel}>
            {(ids) => <TextInput {...ids} value={username} onChange={setUsername} />}
          </Field>
        )}
      </div>
      <div className={facts.secrets.length > 1 ? styles.pair : undefined}>
        {facts.secrets.map(({ name: field, label }) => (
          <SecretInput
            key={field}
            label={label}
            identityId={identity?.storedSecrets.includes(field) ? identity.id : null}
            field={field}
            value={secrets[field] ?? ''}
            onChange={(value) => setSecrets((before) => ({ ...before, [field]: value }))}
          />
        ))}
      </div>
      {kind === 'integration' && (
        <p className={styles.muted}>All four values pasted into one of the fields are put into their places.</p>
      )}
      {error !== null && <ErrorPanel error={describeFailure(error)} />}
      <div className={styles.buttons}>
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="primary" type="submit" disabled={facts.usernameLabel !== null && !username.trim()}>
          {identity ? 'Save identity' : 'Add identity'}
        </Button>
      </div>
    </form>
  );
}
