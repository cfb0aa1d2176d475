import { RadioGroup } from 'radix-ui';
import { environmentColours } from './environment-colours.ts';
import type { EnvironmentDraft } from '#shared/domain/environment/environment.ts';
import { CheckboxField } from '#renderer/ui/checkbox.tsx';
import { EnvironmentDot } from '#renderer/ui/environment-dot.tsx';
import { Field, TextArea, TextInput } from '#renderer/ui/field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import styles from './environments-dialog.module.css';

interface EnvironmentFormProps {
  readonly draft: EnvironmentDraft;
  /** The sandbox sets its own address at each start. */
  readonly isAddressFixed?: boolean;
  readonly onChange: (draft: EnvironmentDraft) => void;
}

const profiles = {
  'magento-2.4.4': 'Magento 2.3 to 2.4.4 and most later releases: parameters sorted naturally, [2] before [10].',
  rfc5849: 'By the letter of RFC 5849: sorted by bytes. Right for a gateway that verifies in Magento’s place.',
} as const;

/** What an environment is: where it is, how it verifies, how it looks. */
export function EnvironmentForm({ draft, isAddressFixed = false, onChange }: EnvironmentFormProps) {
  const set = (change: Partial<EnvironmentDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <div className={styles.pair}>
        <Field label="Name">
          {(ids) => <TextInput {...ids} value={draft.name} onChange={(name) => set({ name })} />}
        </Field>
        <div>
          <p className={styles.label} id="environment-colour">
            Colour
          </p>
          <RadioGroup.Root
            className={styles.colours}
            aria-labelledby="environment-colour"
            orientation="horizontal"
            value={draft.colour}
            onValueChange={(colour) => set({ colour: colour as EnvironmentDraft['colour'] })}
          >
            {environmentColours.map((colour) => (
              <RadioGroup.Item key={colour} value={colour} className={styles.colour} aria-label={colour}>
                <EnvironmentDot colour={colour} />
              </RadioGroup.Item>
            ))}
          </RadioGroup.Root>
        </div>
      </div>
      <Field
        label="Base URL"
        hint={
          isAddressFixed
            ? 'The sandbox takes a free port at each start.'
            : 'Where the store lives, without /rest. {{base}} in requests.'
        }
      >
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
      <div className={styles.pair}>
        <Field label="Store code" hint="In /rest/<code>/V1, and {{store}} in requests; empty for none.">
          {(ids) => <TextInput {...ids} isMono value={draft.storeCode} onChange={(storeCode) => set({ storeCode })} />}
        </Field>
        <Field label="Server profile" hint={profiles[draft.profile]}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.profile}
              onChange={(profile) => set({ profile })}
              choices={[
                { value: 'magento-2.4.4', label: 'magento-2.4.4' },
                { value: 'rfc5849', label: 'rfc5849' },
              ]}
            />
          )}
        </Field>
      </div>
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
