import { Check } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Discovery, EnvironmentDraft } from '#shared/domain/environment/environment.ts';
import { useHost } from '#renderer/host/host-context.ts';
import { describeFailure, isCancelled } from '#renderer/host/host-error.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { Field, TextInput } from '#renderer/ui/field.tsx';
import { EnvironmentForm } from './environment-form.tsx';
import styles from './environments-dialog.module.css';

/** From any URL of a store to an environment: what can be found out is found out, the rest has fair defaults. */
export function AddEnvironment({ onCreated }: { readonly onCreated: (environmentId: string) => void }) {
  const host = useHost();
  const [url, setUrl] = useState('');
  const [steps, setSteps] = useState<readonly string[]>([]);
  const [isLooking, setLooking] = useState(false);
  const [draft, setDraft] = useState<EnvironmentDraft | null>(null);
  const [remarks, setRemarks] = useState<readonly string[]>([]);
  const [error, setError] = useState<unknown>(null);
  const controller = useRef<AbortController>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const look = async () => {
    controller.current?.abort();
    const current = new AbortController();
    controller.current = current;
    setSteps([]);
    setError(null);
    setDraft(null);
    setLooking(true);
    try {
      const found = await host.stream(
        'environments.discover',
        { url: url.trim() },
        { signal: current.signal, onEvent: ({ step }) => setSteps((before) => [...before, step]) },
      );
      setDraft(draftOf(found));
      setRemarks(found.remarks);
    } catch (failure) {
      if (!isCancelled(failure)) setError(failure);
    } finally {
      setLooking(false);
    }
  };
  const create = async () => {
    if (!draft) return;
    try {
      const { id } = await host.call('environments.create', draft);
      onCreated(id);
    } catch (failure) {
      setError(failure);
    }
  };

  return (
    <section className={styles.detail} aria-label="Add environment">
      <div className={styles.head}>
        <h3>Add environment</h3>
      </div>
      <div className={styles.form}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (url.trim()) void look();
          }}
        >
          <Field
            label="Any URL of the store"
            hint="Storefront, admin panel or REST: Lodestone works out the rest without a password."
          >
            {(ids) => (
              <div className={styles.secret}>
                <TextInput
                  {...ids}
                  isMono
                  autoFocus
                  value={url}
                  onChange={setUrl}
                  placeholder="https://shop.example.com/"
                />
                {isLooking ? (
                  <Button onClick={() => controller.current?.abort()}>Stop</Button>
                ) : (
                  <Button type="submit" variant={draft ? 'secondary' : 'primary'} disabled={!url.trim()}>
                    Look
                  </Button>
                )}
              </div>
            )}
          </Field>
        </form>
        {steps.length > 0 && !draft && (
          <ul className={styles.steps} role="status">
            {steps.map((step, index) => (
              <li key={index}>
                <Check size={13} aria-hidden />
                {step}
              </li>
            ))}
          </ul>
        )}
        {error !== null && (
          <ErrorPanel
            error={describeFailure(error)}
            actions={
              !draft && (
                <Button onClick={() => (setError(null), setDraft(draftOf(guess(url))))}>Fill it in by hand</Button>
              )
            }
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
      </div>
      {draft && (
        <div className={styles.bar}>
          <Button
            variant="primary"
            disabled={!draft.name.trim() || !draft.baseUrl.trim()}
            onClick={() => void create()}
          >
            Add environment
          </Button>
        </div>
      )}
    </section>
  );
}

const guess = (url: string): Discovery => ({
  baseUrl: url.trim().replace(/\/+$/, ''),
  storeCode: 'default',
  storeCodes: ['default'],
  release: '',
  suggestedName: url
    .trim()
    .replace(/^\w+:\/\//, '')
    .replace(/[/?#].*$/, ''),
  remarks: [],
});

const draftOf = (found: Discovery): EnvironmentDraft => ({
  name: found.suggestedName,
  baseUrl: found.baseUrl,
  storeCode: found.storeCode,
  storeCodes: found.storeCodes,
  release: found.release,
  profile: 'magento-2.4.4',
  colour: 'blue',
  isProduction: false,
  verifiesTls: true,
  variables: [],
  notes: '',
});
