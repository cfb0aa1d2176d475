import type { ReactNode } from 'react';
import type { EnvironmentDraft } from '#shared/domain/environment/environment.ts';
import { CheckboxField } from '#renderer/ui/checkbox.tsx';
import { Field, TextArea, TextInput } from '#renderer/ui/field.tsx';
import { ColourField } from './colour-field.tsx';
import styles from './environments-dialog.module.css';
import { VerificationFields } from './verification-fields.tsx';

interface EnvironmentFormProps {
  readonly draft: EnvironmentDraft;
  /** The sandbox sets its own address at each start. */
  readonly isAddressFixed?: boolean;
  /** The way to ask the store how it verifies, where it can be asked. */
  readonly probe?: ReactNode;
  readonly onChange: (draft: EnvironmentDraft) => void;
}

/** What an environment is: where it is, how it verifies, how it looks. */
export function EnvironmentForm({ draft, isAddressFixed = false, probe, onChange }: EnvironmentFormProps) {
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
      <VerificationFields draft={draft} onChange={onChange} />
      {probe}
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
