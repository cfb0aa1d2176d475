import { RadioGroup } from 'radix-ui';
import type { Request } from '#shared/domain/http/request.ts';
import type { IdentityState } from '#shared/domain/identity/identity.ts';
import { identityKindFacts } from '#shared/domain/identity/identity-kinds.ts';
import { CheckboxField } from '#renderer/ui/checkbox.tsx';
import { Field, TextInput } from '#renderer/ui/field.tsx';
import styles from './composer.module.css';

interface SendAsPaneProps {
  readonly request: Request;
  readonly identities: readonly IdentityState[];
  /** The name of the identity that the workbench has chosen. */
  readonly chosenName: string;
  readonly onChange: (request: Request) => void;
}

const asChosen = '\u0000chosen';

/** Who this request goes as, and how long it waits for the answer. */
export function SendAsPane({ request, identities, chosenName, onChange }: SendAsPaneProps) {
  const own = identities.find(({ name, kind }) => name === request.sendAs || kind === request.sendAs);
  return (
    <div className={styles.padded}>
      <RadioGroup.Root
        className={styles.identities}
        aria-label="Send as"
        value={request.sendAs === null ? asChosen : (own?.name ?? request.sendAs)}
        onValueChange={(name) => onChange({ ...request, sendAs: name === asChosen ? null : name })}
      >
        <Choice
          value={asChosen}
          title="As chosen in the workbench"
          meaning={`Now ${chosenName}; changes with the title bar`}
        />
        {identities.map((identity) => (
          <Choice
            key={identity.id}
            value={identity.name}
            title={identity.name}
            meaning={identityKindFacts[identity.kind].summary}
          />
        ))}
        {request.sendAs !== null && !own && (
          <Choice
            value={request.sendAs}
            title={request.sendAs}
            meaning="This environment has no such identity: add one or choose another"
          />
        )}
      </RadioGroup.Root>
      <div className={styles.timing}>
        <Field label="Timeout in seconds" hint="How long to wait for the answer; 0 waits without end.">
          {(ids) => (
            <TextInput
              {...ids}
              className={styles.timeout}
              inputMode="decimal"
              value={String(request.timeoutMs / 1000)}
              onChange={(text) => {
                const seconds = Number(text.replace(',', '.'));
                if (Number.isFinite(seconds) && seconds >= 0) {
                  onChange({ ...request, timeoutMs: Math.round(seconds * 1000) });
                }
              }}
            />
          )}
        </Field>
        <CheckboxField
          label="Send exactly as typed"
          hint="Otherwise the URL is written so that every release of Magento agrees on it: strict escapes, %20, name=value."
          isChecked={request.isExact}
          onChange={(isExact) => onChange({ ...request, isExact })}
        />
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly value: string;
  readonly title: string;
  readonly meaning: string;
}

const Choice = ({ value, title, meaning }: ChoiceProps) => (
  <RadioGroup.Item value={value} className={styles.identity} aria-label={title}>
    <span className={styles.radio} aria-hidden />
    <span>{title}</span>
    <small>{meaning}</small>
  </RadioGroup.Item>
);
