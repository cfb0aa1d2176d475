import type { EnvironmentDraft } from '#shared/domain/environment/environment.ts';
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import { CheckboxField } from '#renderer/ui/checkbox.tsx';
import { Field, TextArea, TextInput } from '#renderer/ui/field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { ColourField } from './colour-field.tsx';
import { profileSentences } from './profile-sentences.ts';
import styles from './environments-dialog.module.css';

interface EnvironmentFormProps {
  readonly draft: EnvironmentDraft;
  /** The sandbox sets its own address at each start. */
  readonly isAddressFixed?: boolean;
  readonly onChange: (draft: EnvironmentDraft) => void;
}

/** What an environment is: where it is, how it verifies, how it looks. */
export function EnvironmentForm({ draft, isAddressFixed = false, onChange }: EnvironmentFormProps) {
  const set = (change: Partial<EnvironmentDraft>) => onChange({ ...draft, ...change });
  const addressHint = isAddressFixed
    ? 'The sandbox takes a free port at each start.'
    : 'Where the store lives, without /rest. {{base}} in requests.';
  return (
    <>
      <div className={styles.pair}>
        <Field label="Name">
          {(ids) => <TextInput {...ids} value={draft.name} onChange={(name) => set({ name })} />}
        </Field>
        <ColourField colour={draft.colour} onChange={(colour) => set({ colour })} />
      </div>
      <Field label="Base URL" hint={addressHint}>
        {(ids) => (
          <TextInput
            {...ids}
            isMono
            disabled={isAddressFixed}
            value={draft.baseUrl}
            onChange={(baseUrl) => set({ baseUrl })}
          />
        )}
      </Field>
      <Verification draft={draft} onChange={onChange} />
      <CheckboxField
        label="This is production"
        hint="A red edge shows it in every view, and everything that writes asks first."
        isChecked={draft.isProduction}
        onChange={(isProduction) => set({ isProduction })}
      />
      <CheckboxField
        label="Check the TLS certificate"
        hint="Switch it off only for a store of your own with a self-signed certificate."
        isChecked={draft.verifiesTls}
        onChange={(verifiesTls) => set({ verifiesTls })}
      />
      <Field label="Notes">
        {(ids) => <TextArea {...ids} value={draft.notes} onChange={(notes) => set({ notes })} />}
      </Field>
    </>
  );
}

const profileChoices = (Object.keys(profileSentences) as ServerProfileId[]).map((id) => ({ value: id, label: id }));

const Verification = ({ draft, onChange }: EnvironmentFormProps) => (
  <div className={styles.pair}>
    <Field label="Store code" hint="In /rest/<code>/V1, and {{store}} in requests; empty for none.">
      {(ids) => (
        <TextInput
          {...ids}
          isMono
          value={draft.storeCode}
          onChange={(storeCode) => onChange({ ...draft, storeCode: storeCode.trim() })}
        />
      )}
    </Field>
    <Field label="Server profile" hint={profileSentences[draft.profile]}>
      {(ids) => (
        <Select
          {...ids}
          value={draft.profile}
          onChange={(profile) => onChange({ ...draft, profile })}
          choices={profileChoices}
        />
      )}
    </Field>
  </div>
);
