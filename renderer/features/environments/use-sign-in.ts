import { useEffect, useRef, useState } from 'react';
import { useHost } from '#renderer/host/host-context.ts';
import { isCancelled } from '#renderer/host/host-error.ts';

/** Tries an identity's user name and password now. `step` tells what is going on, null where nothing is. */
export function useSignIn(identityId: string) {
  const host = useHost();
  const [step, setStep] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const controller = useRef<AbortController>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const start = async () => {
    const { signal } = (controller.current = new AbortController());
    setError(null);
    setStep('Signing in…');
    try {
      await host.stream('identities.signIn', { id: identityId }, { signal, onEvent: (event) => setStep(event.step) });
    } catch (failure) {
      if (!isCancelled(failure)) setError(failure);
    } finally {
      setStep(null);
    }
  };
  return { step, error, start, stop: () => controller.current?.abort() };
}
