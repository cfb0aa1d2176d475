import { useState, type ClipboardEvent } from 'react';
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

type Secrets = Readonly<Record<string, string>>;

/** Name, account and secrets of an identity. A secret that is not typed anew stays as it is. */
export function IdentityForm({ kind, environmentId, identity, onDone }: IdentityFormProps) {
  const host = useHost();
  const { label, usernameLabel } = identityKindFacts[kind];
  const [name, setName] = useState(identity?.name ?? '');
  const [username, setUsername] = useState(identity?.username ?? '');
  const [secrets, setSecrets] = useState<Secrets>({});
  const [error, setError] = useState<unknown>(null);

  const save = async () => {
    const account = username.trim();
    // Copying from the admin panel takes blanks along; a password may have them, the four values never do.
    const entries = Object.entries(secrets).map(([field, value]) => [
      field,
      kind === 'integration' ? value.trim() : value,
    ]);
    const typed = Object.fromEntries(entries.filter(([, value]) => value !== '')) as Secrets;
    const draft = { environmentId, name: name.trim() || account || label, kind, username: account, secrets: typed };
    try {
      if (identity) await host.call('identities.update', { id: identity.id, draft });
      else await host.call('identities.create', draft);
      onDone();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <form
      className={styles.identityForm}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={styles.pair}>
        <Field label="Name">
          {(ids) => (
            <TextInput {...ids} autoFocus={!identity} value={name} placeholder={username || label} onChange={setName} />
          )}
        </Field>
        {usernameLabel && (
          <Field label={usernameLabel}>{(ids) => <TextInput {...ids} value={username} onChange={setUsername} />}</Field>
        )}
      </div>
      <SecretFields kind={kind} identity={identity} secrets={secrets} onChange={setSecrets} />
      {error !== null && <ErrorPanel error={describeFailure(error)} />}
      <div className={styles.buttons}>
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="primary" type="submit" disabled={usernameLabel !== null && !username.trim()}>
          {identity ? 'Save identity' : 'Add identity'}
        </Button>
      </div>
    </form>
  );
}

interface SecretFieldsProps {
  readonly kind: IdentityKind;
  readonly identity: IdentityState | null;
  readonly secrets: Secrets;
  readonly onChange: (secrets: Secrets) => void;
}

/** The secrets of a kind; all four of an integration may be pasted at once. */
function SecretFields({ kind, identity, secrets, onChange }: SecretFieldsProps) {
  const fields = identityKindFacts[kind].secrets;
  const takeFour = (event: ClipboardEvent) => {
    const values = fields.length === 4 ? parseFourValues(event.clipboardData.getData('text')) : null;
    if (!values) return;
    event.preventDefault();
    onChange(values);
  };
  return (
    <div className={styles.secrets} onPaste={takeFour}>
      {fields.map(({ name, label }) => (
        <SecretInput
          key={name}
          label={label}
          identityId={identity?.storedSecrets.includes(name) ? identity.id : null}
          field={name}
          value={secrets[name] ?? ''}
          onChange={(value) => onChange({ ...secrets, [name]: value })}
        />
      ))}
      {fields.length === 4 && (
        <p className={styles.wide}>All four values pasted into one of the fields are put into their places.</p>
      )}
    </div>
  );
}
