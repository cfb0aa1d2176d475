import { useCallback, useEffect, useRef, useState } from 'react';
import type { DiagnoseInput, ShownDiagnosis } from '#shared/contract/signatures.ts';
import { useHost } from '#renderer/host/host-context.ts';
import { isCancelled } from '#renderer/host/host-error.ts';

export type DiagnosisState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly shown: ShownDiagnosis }
  | { readonly kind: 'failed'; readonly error: unknown };

/** One diagnosis at a time: a newer one takes the place of the one that runs; null clears. */
export function useDiagnosis() {
  const host = useHost();
  const [state, setState] = useState<DiagnosisState>({ kind: 'none' });
  const running = useRef<AbortController>(null);
  const diagnose = useCallback(
    (input: DiagnoseInput | null) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      if (!input) {
        setState({ kind: 'none' });
        return;
      }
      setState({ kind: 'running' });
      host.call('signatures.diagnose', input, controller.signal).then(
        (shown) => !controller.signal.aborted && setState({ kind: 'done', shown }),
        (error: unknown) => !controller.signal.aborted && !isCancelled(error) && setState({ kind: 'failed', error }),
      );
    },
    [host],
  );
  useEffect(() => () => running.current?.abort(), []);
  return { state, diagnose };
}
