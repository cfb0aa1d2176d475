import type { EnvironmentDraft } from '#shared/domain/environment/environment.ts';
import { withProfileOfRelease } from '#shared/domain/environment/release-profile.ts';
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import { Field, TextInput } from '#renderer/ui/field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { describeProfileOrigin } from './describe-profile-origin.ts';
import styles from './environments-dialog.module.css';
import { profileSentences } from './profile-sentences.ts';

interface VerificationFieldsProps {
  readonly draft: EnvironmentDraft;
  readonly onChange: (draft: EnvironmentDraft) => void;
}

const profileChoices = (Object.keys(profileSentences) as ServerProfileId[]).map((id) => ({ value: id, label: id }));
const now = (): string => new Date().toISOString();

/** Which store of the installation, which release, and how that verifies signatures. */
export const VerificationFields = ({ draft, onChange }: VerificationFieldsProps) => (
  <>
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
      <Field label="Release" hint="Such as 2.4.6-p3, if you know it: it decides the server profile.">
        {(ids) => (
          <TextInput
            {...ids}
            value={draft.release}
            onChange={(release) => onChange(withProfileOfRelease({ ...draft, release }, now()))}
          />
        )}
      </Field>
    </div>
    <Field
      label="Server profile"
      hint={`${profileSentences[draft.profile]} ${describeProfileOrigin(draft.profileOrigin)}`}
    >
      {(ids) => (
        <Select
          {...ids}
          value={draft.profile}
          onChange={(profile) => onChange({ ...draft, profile, profileOrigin: { kind: 'chosen', at: now() } })}
          choices={profileChoices}
        />
      )}
    </Field>
  </>
);
