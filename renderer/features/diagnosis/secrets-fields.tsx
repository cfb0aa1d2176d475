import { serverProfileIds } from '#shared/domain/oauth1/server-profile-id.ts';
import { serverProfiles } from '#shared/domain/oauth1/server-profiles.ts';
import { useEnvironments, useIdentities } from '#renderer/host/host-queries.ts';
import { Field, TextInput } from '#renderer/ui/field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import type { DiagnosisDraft } from './diagnosis-draft.ts';
import styles from './diagnosis.module.css';

interface SecretsFieldsProps {
  readonly draft: DiagnosisDraft;
  /** False where a base string was pasted: then only the server's way of verifying counts. */
  readonly areSecretsNeeded: boolean;
  readonly onChange: (part: Partial<DiagnosisDraft>) => void;
}

const typed = 'typed';

/** The secrets that should have signed: those of an integration, or typed ones and how the server verifies. */
export function SecretsFields({ draft, areSecretsNeeded, onChange }: SecretsFieldsProps) {
  const environments = useEnvironments();
  const integrations = useIdentities().filter(({ kind }) => kind === 'integration');
  const choices = [
    ...integrations.map(({ id, name, environmentId }) => ({
      value: id,
      label: `${environments.find((environment) => environment.id === environmentId)?.name ?? ''} · ${name}`,
    })),
    { value: typed, label: areSecretsNeeded ? 'Secrets typed here' : 'Another server' },
  ];
  return (
    <>
      <Field
        label={areSecretsNeeded ? 'Secrets of' : 'Server'}
        hint={
          areSecretsNeeded
            ? draft.identityId !== null && 'They are used where they are sealed, and never shown.'
            : 'A base string needs no secrets.'
        }
      >
        {(ids) => (
          <Select
            {...ids}
            value={draft.identityId ?? typed}
            choices={choices}
            onChange={(value) => onChange({ identityId: value === typed ? null : value })}
          />
        )}
      </Field>
      {draft.identityId === null && (
        <>
          {areSecretsNeeded && <TypedSecrets draft={draft} onChange={onChange} />}
          <Field label="The server verifies as">
            {(ids) => (
              <Select
                {...ids}
                value={draft.profile}
                choices={serverProfileIds.map((value) => ({ value, label: serverProfiles[value].label }))}
                onChange={(profile) => onChange({ profile })}
              />
            )}
          </Field>
        </>
      )}
    </>
  );
}

const TypedSecrets = ({ draft, onChange }: Omit<SecretsFieldsProps, 'areSecretsNeeded'>) => (
  <div className={styles.pair}>
    <Field label="Consumer secret">
      {(ids) => (
        <TextInput
          {...ids}
          isMono
          type="password"
          value={draft.consumerSecret}
          onChange={(consumerSecret) => onChange({ consumerSecret })}
        />
      )}
    </Field>
    <Field label="Access token secret">
      {(ids) => (
        <TextInput
          {...ids}
          isMono
          type="password"
          value={draft.tokenSecret}
          onChange={(tokenSecret) => onChange({ tokenSecret })}
        />
      )}
    </Field>
  </div>
);
