import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useHost } from '#renderer/host/host-context.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { Field, TextInput } from '#renderer/ui/field.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { checkSecret } from './check-secret.ts';
import styles from './environments-dialog.module.css';

interface SecretInputProps {
  readonly label: string;
  /** The identity that holds this secret already; null where none is stored. */
  readonly identityId: string | null;
  readonly field: string;
  /** What was typed to replace it. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const hidesAfterMs = 10_000;

/** A secret: dots until the eye is pressed, and again ten seconds later. Copying does not show it. */
export function SecretInput({ label, identityId, field, value, onChange }: SecretInputProps) {
  const host = useHost();
  const [revealed, setRevealed] = useState<string | null>(null);
  const [hint, setHint] = useState('');
  const [isShowingTyped, setShowingTyped] = useState(false);
  const isTyped = value !== '' || identityId === null;
  useEffect(() => {
    if (revealed === null && !isShowingTyped) return;
    const timer = setTimeout(() => {
      setRevealed(null);
      setShowingTyped(false);
    }, hidesAfterMs);
    return () => clearTimeout(timer);
  }, [revealed, isShowingTyped]);

  const read = async () => (await host.call('identities.reveal', { id: identityId ?? '', field })).value;
  const toggle = async () => {
    if (isTyped) setShowingTyped(!isShowingTyped);
    else if (revealed !== null) setRevealed(null);
    else await read().then(setRevealed, () => setHint('This secret can’t be opened. Enter it again.'));
  };
  const isShown = isTyped ? isShowingTyped : revealed !== null;
  return (
    <Field label={label} hint={hint || checkSecret(field, value)}>
      {(ids) => (
        <div className={styles.secret}>
          <TextInput
            {...ids}
            isMono
            type={isShown ? 'text' : 'password'}
            value={isTyped ? value : (revealed ?? '')}
            placeholder={identityId === null ? '' : '••••••••••••'}
            onChange={(next) => {
              setRevealed(null);
              onChange(next);
            }}
          />
          {(identityId !== null || value !== '') && (
            <IconButton
              icon={isShown ? EyeOff : Eye}
              label={isShown ? `Hide ${label.toLowerCase()}` : `Reveal ${label.toLowerCase()}`}
              aria-pressed={isShown}
              onClick={() => void toggle()}
            />
          )}
          {identityId !== null && value === '' && (
            <CopyButton
              label={`Copy ${label.toLowerCase()} without showing it`}
              text={read}
              onFailure={() => setHint('This secret can’t be opened. Enter it again.')}
            />
          )}
        </div>
      )}
    </Field>
  );
}
