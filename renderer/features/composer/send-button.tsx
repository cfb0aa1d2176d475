import { useEffect, useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Keys } from '#renderer/ui/keys.tsx';
import styles from './composer.module.css';

interface SendButtonProps {
  readonly isRunning: boolean;
  readonly isDisabled: boolean;
  readonly keys: string | undefined;
  readonly onSend: () => void;
  readonly onCancel: () => void;
}

/** Sends; what takes longer than 200 ms can be cancelled at the same place. */
export function SendButton({ isRunning, isDisabled, keys, onSend, onCancel }: SendButtonProps) {
  const isLong = useLasting(isRunning, 200);
  if (isLong) {
    return (
      <Button size="large" className={styles.send} onClick={onCancel}>
        Cancel
      </Button>
    );
  }
  return (
    <Button
      variant="primary"
      size="large"
      className={styles.send}
      disabled={isDisabled}
      aria-busy={isRunning}
      aria-label="Send"
      onClick={onSend}
    >
      Send {keys && <Keys text={keys} />}
    </Button>
  );
}

/** True once a state has lasted for so many milliseconds. */
function useLasting(isOn: boolean, delayMs: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => setLasts(true), delayMs);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isOn, delayMs]);
  return lasts && isOn;
}
