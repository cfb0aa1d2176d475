import { ChevronDown, ChevronUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { identityKindFacts } from '#shared/domain/identity/identity-kinds.ts';
import type { IdentityState } from '#shared/domain/identity/identity.ts';
import { useHost } from '#renderer/host/host-context.ts';
import { describeFailure } from '#renderer/host/host-error.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { StatusTag, type Tone } from '#renderer/ui/status-tag.tsx';
import styles from './environments-dialog.module.css';
import { IdentityForm } from './identity-form.tsx';
import { useSignIn } from './use-sign-in.ts';

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
  const { id, name, kind, username, token } = identity;
  const facts = identityKindFacts[kind];
  const [isOpen, setOpen] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const [removeError, setRemoveError] = useState<unknown>(null);
  const signIn = useSignIn(id);
  const words = tokenWords[token.kind];
  const error = signIn.error ?? removeError;
  return (
    <div className={styles.identity} role="group" aria-label={name}>
      <div className={styles.identityHead}>
        <div>
          <b>{name}</b>
          <small>{signIn.step ?? (username ? `${facts.label} · ${username}` : facts.summary)}</small>
        </div>
        {words && (
          <StatusTag size="small" tone={words[1]}>
            {words[0]}
          </StatusTag>
        )}
        {facts.usernameLabel !== null && <SignInButton {...signIn} />}
        {kind !== 'guest' && (
          <>
            <IconButton
              icon={isOpen ? ChevronUp : ChevronDown}
              label={isOpen ? `Close ${name}` : `Edit ${name}`}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            />
            <IconButton icon={Trash2} label={`Delete ${name}`} onClick={() => setRemoving(true)} />
          </>
        )}
      </div>
      {error !== null && <ErrorPanel error={describeFailure(error)} />}
      {isOpen && (
        <IdentityForm
          kind={kind}
          environmentId={identity.environmentId}
          identity={identity}
          onDone={() => setOpen(false)}
        />
      )}
      {isRemoving && (
        <ConfirmDialog
          title={`Delete “${name}”?`}
          message="Its secrets are removed from this machine. The store keeps the account."
          action="Delete identity"
          isDanger
          onConfirm={() => void host.call('identities.remove', { id }).catch(setRemoveError)}
          onClose={() => setRemoving(false)}
        />
      )}
    </div>
  );
}

const SignInButton = ({ step, start, stop }: ReturnType<typeof useSignIn>) =>
  step === null ? <Button onClick={() => void start()}>Test sign-in</Button> : <Button onClick={stop}>Stop</Button>;
