import { ChevronDown, ChevronUp, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { identityKindFacts } from '#shared/domain/identity/identity-kinds.ts';
import type { IdentityState } from '#shared/domain/identity/identity.ts';
import { useHost } from '#renderer/host/host-context.ts';
import { describeFailure, isCancelled } from '#renderer/host/host-error.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { StatusTag, type Tone } from '#renderer/ui/status-tag.tsx';
import styles from './environments-dialog.module.css';
import { IdentityForm } from './identity-form.tsx';

const tokenWords: Readonly<Record<IdentityState['token']['kind'], readonly [text: string, tone: Tone] | null>> = {
  notNeeded: null,
  none: null,
  signedIn: ['signed in', 'ok'],
  expired: ['token expired', 'warning'],
  refused: ['refused', 'bad'],
};

/** One identity: what it is, how its token stands, and its form when opened. */
export function IdentityCard({ identity }: { readonly identity: IdentityState }) {
  const host = useHost();
  const facts = identityKindFacts[identity.kind];
  const signsIn = identity.kind === 'admin' || identity.kind === 'customer';
  const [isOpen, setOpen] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const [step, setStep] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const controller = useRef<AbortController>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const signIn = async () => {
    const current = new AbortController();
    controller.current = current;
    setError(null);
    setStep('Signing in…');
    try {
      await host.stream(
        'identities.signIn',
        { id: identity.id },
        { signal: current.signal, onEvent: (event) => setStep(event.step) },
      );
    } catch (failure) {
      if (!isCancelled(failure)) setError(failure);
    } finally {
      setStep(null);
    }
  };
  const words = tokenWords[identity.token.kind];
  const canEdit = identity.kind !== 'guest';
  return (
    <div className={styles.identity} role="group" aria-label={identity.name}>
      <div className={styles.identityHead}>
        <div>
          <b>{identity.name}</b>
          <small>
            {step ??
              `${facts.label}${identity.username ? ` · ${identity.username}` : ''}${canEdit ? '' : ` · ${facts.summary}`}`}
          </small>
        </div>
        {words && (
          <StatusTag size="small" tone={words[1]}>
            {words[0]}
          </StatusTag>
        )}
        {signsIn &&
          (step === null ? (
            <Button onClick={() => void signIn()}>Test sign-in</Button>
          ) : (
            <Button onClick={() => controller.current?.abort()}>Stop</Button>
          ))}
        {canEdit && (
          <>
            <IconButton
              icon={isOpen ? ChevronUp : ChevronDown}
              label={isOpen ? `Close ${identity.name}` : `Edit ${identity.name}`}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            />
            <IconButton icon={Trash2} label={`Delete ${identity.name}`} onClick={() => setRemoving(true)} />
          </>
        )}
      </div>
      {error !== null && <ErrorPanel error={describeFailure(error)} />}
      {isOpen && (
        <IdentityForm
          kind={identity.kind}
          environmentId={identity.environmentId}
          identity={identity}
          onDone={() => setOpen(false)}
        />
      )}
      {isRemoving && (
        <ConfirmDialog
          title={`Delete “${identity.name}”?`}
          message="Its secrets are removed from this machine. The store keeps the account."
          action="Delete identity"
          isDanger
          onConfirm={() => void host.call('identities.remove', { id: identity.id }).catch(setError)}
          onClose={() => setRemoving(false)}
        />
      )}
    </div>
  );
}
