import { useState } from 'react';
import { readPastedSignature } from '#shared/domain/oauth1/diagnosis/read-pasted-signature.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field, TextArea, TextInput } from '#renderer/ui/field.tsx';
import { toDiagnoseInput, startDraft, type DiagnosisDraft } from './diagnosis-draft.ts';
import { DiagnosisResult } from './diagnosis-result.tsx';
import styles from './diagnosis.module.css';
import { SecretsFields } from './secrets-fields.tsx';
import { useDiagnosis } from './use-diagnosis.ts';

interface DiagnoseDialogProps {
  /** The integration whose secrets are taken at first; null where there is none. */
  readonly startIdentityId: string | null;
  readonly onClose: () => void;
}

/** Any signature with its request and secrets; nothing is sent. */
export function DiagnoseDialog({ startIdentityId, onClose }: DiagnoseDialogProps) {
  const [draft, setDraft] = useState(() => startDraft(startIdentityId));
  const { state, diagnose } = useDiagnosis();
  const pasted = readPastedSignature(draft.text);
  const input = toDiagnoseInput(draft, pasted);
  const change = (part: Partial<DiagnosisDraft>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <Dialog title="Diagnose a signature" size="wide" onClose={onClose}>
      <div className={styles.layout}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (input) diagnose(input);
          }}
        >
          <Field
            label="Signature"
            hint={
              draft.text.trim() !== '' && !pasted
                ? 'This is neither an OAuth header, nor a cURL command, nor a base string.'
                : 'An Authorization header, a whole cURL command, or the base string that was signed.'
            }
          >
            {(ids) => (
              <TextArea
                {...ids}
                isMono
                rows={6}
                spellCheck={false}
                autoFocus
                placeholder="Authorization: OAuth …"
                value={draft.text}
                onChange={(text) => change({ text })}
              />
            )}
          </Field>
          {pasted?.kind === 'curl' ? (
            <p className={styles.hint}>
              The command sends{' '}
              <code>
                {pasted.request.method} {pasted.request.url}
              </code>
            </p>
          ) : (
            <RequestFields draft={draft} onChange={change} />
          )}
          <SecretsFields draft={draft} areSecretsNeeded={pasted?.kind !== 'baseString'} onChange={change} />
          <div>
            <Button variant="primary" type="submit" disabled={!input || state.kind === 'running'}>
              Diagnose
            </Button>
          </div>
        </form>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={styles.answer} tabIndex={0} role="region" aria-label="Answer">
          {state.kind === 'none' && (
            <p className={styles.hint}>
              Lodestone makes the signature as each release of Magento would and as each common mistake would, and names
              the first that gives what was sent. Nothing is sent, and nothing is kept.
            </p>
          )}
          <DiagnosisResult state={state} />
        </div>
      </div>
    </Dialog>
  );
}

interface FieldsProps {
  readonly draft: DiagnosisDraft;
  readonly onChange: (part: Partial<DiagnosisDraft>) => void;
}

function RequestFields({ draft, onChange }: FieldsProps) {
  return (
    <>
      <div className={styles.request}>
        <Field label="Method">
          {(ids) => <TextInput {...ids} isMono value={draft.method} onChange={(method) => onChange({ method })} />}
        </Field>
        <Field label="URL">
          {(ids) => (
            <TextInput
              {...ids}
              isMono
              placeholder="https://…/rest/V1/…, as it was sent"
              value={draft.url}
              onChange={(url) => onChange({ url })}
            />
          )}
        </Field>
      </div>
      <Field label="Body" hint="Only a form (name=value&…) takes part in a signature.">
        {(ids) => (
          <TextArea
            {...ids}
            isMono
            rows={2}
            spellCheck={false}
            className={styles.body}
            value={draft.body}
            onChange={(body) => onChange({ body })}
          />
        )}
      </Field>
    </>
  );
}
