import { Check } from 'lucide-react';
import { useState } from 'react';
import type { EnvironmentDraft } from '#shared/domain/environment/environment.ts';
import { useHost } from '#renderer/host/host-context.ts';
import { describeFailure } from '#renderer/host/host-error.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { Field, TextInput } from '#renderer/ui/field.tsx';
import { draftOfDiscovery, draftOfUrl } from './environment-draft.ts';
import { EnvironmentForm } from './environment-form.tsx';
import styles from './environments-dialog.module.css';
import { useDiscovery } from './use-discovery.ts';

/** From any URL of a store to an environment: what can be found out is found out, the rest has fair defaults. */
export function AddEnvironment({ onCreated }: { readonly onCreated: (environmentId: string) => void }) {
  const host = useHost();
  const [url, setUrl] = useState('');
  const [draft, setDraft] = useState<EnvironmentDraft | null>(null);
  const [remarks, setRemarks] = useState<readonly string[]>([]);
  const [createError, setCreateError] = useState<unknown>(null);
  const { state, look, stop, clear } = useDiscovery((found) => {
    setDraft(draftOfDiscovery(found));
    setRemarks(found.remarks);
  });
  const start = () => {
    setDraft(null);
    setCreateError(null);
    void look(url.trim());
  };
  const fillInByHand = () => {
    clear();
    setRemarks([]);
    setDraft(draftOfUrl(url));
  };
  const create = async (complete: EnvironmentDraft) => {
    try {
      onCreated((await host.call('environments.create', complete)).id);
    } catch (error) {
      setCreateError(error);
    }
  };

  return (
    <section className={styles.detail} aria-label="Add environment">
      <div className={styles.head}>
        <h3>Add environment</h3>
      </div>
      <div className={styles.form}>
        <UrlForm url={url} isLooking={state.kind === 'looking'} onUrl={setUrl} onLook={start} onStop={stop} />
        {state.kind === 'looking' && <Steps steps={state.steps} />}
        {state.kind === 'failed' && (
          <ErrorPanel
            error={describeFailure(state.error)}
            actions={<Button onClick={fillInByHand}>Fill it in by hand</Button>}
          />
        )}
        {draft && remarks.length > 0 && (
          <ul className={styles.remarks}>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        )}
        {draft && <EnvironmentForm draft={draft} onChange={setDraft} />}
        {createError !== null && <ErrorPanel error={describeFailure(createError)} />}
      </div>
      {draft && (
        <div className={styles.bar}>
          <Button
            variant="primary"
            disabled={!draft.name.trim() || !draft.baseUrl.trim()}
            onClick={() => void create(draft)}
          >
            Add environment
          </Button>
        </div>
      )}
    </section>
  );
}

interface UrlFormProps {
  readonly url: string;
  readonly isLooking: boolean;
  readonly onUrl: (url: string) => void;
  readonly onLook: () => void;
  readonly onStop: () => void;
}

const UrlForm = ({ url, isLooking, onUrl, onLook, onStop }: UrlFormProps) => (
  <form
    onSubmit={(event) => {
      event.preventDefault();
      if (url.trim() && !isLooking) onLook();
    }}
  >
    <Field
      label="Any URL of the store"
      hint="Storefront, admin panel or REST: Lodestone works out the rest without a password."
    >
      {(ids) => (
        <div className={styles.urlLine}>
          <TextInput {...ids} isMono autoFocus value={url} onChange={onUrl} placeholder="https://shop.example.com/" />
          {isLooking ? (
            <Button onClick={onStop}>Stop</Button>
          ) : (
            <Button type="submit" variant="primary" disabled={!url.trim()}>
              Look
            </Button>
          )}
        </div>
      )}
    </Field>
  </form>
);

const Steps = ({ steps }: { readonly steps: readonly string[] }) => (
  <ul className={styles.steps} role="status">
    {steps.map((step, index) => (
      <li key={index}>
        <Check size={13} aria-hidden />
        {step}
      </li>
    ))}
  </ul>
);
