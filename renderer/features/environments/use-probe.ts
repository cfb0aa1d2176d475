import { useEffect, useRef, useState } from 'react';
import type { ProbeResult } from '#shared/domain/oauth1/probe-result.ts';
import { useHost } from '#renderer/host/host-context.ts';
import { isCancelled } from '#renderer/host/host-error.ts';

type ProbeState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking'; readonly steps: readonly string[] }
  | { readonly kind: 'done'; readonly result: ProbeResult }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Asks a store how it verifies; leaving the view stops the asking. */
export function useProbe(environmentId: string, onDone: (result: ProbeResult) => void) {
  const host = useHost();
  const [state, setState] = useState<ProbeState>({ kind: 'idle' });
  const controller = useRef<AbortController>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const start = async () => {
    const { signal } = (controller.current = new AbortController());
    setState({ kind: 'asking', steps: [] });
    const onEvent = ({ step }: { readonly step: string }) =>
      setState((before) => ({ kind: 'asking', steps: [...(before.kind === 'asking' ? before.steps : []), step] }));
    try {
      const result = await host.stream('environments.probe', { environmentId, identityId: null }, { signal, onEvent });
      setState({ kind: 'done', result });
      onDone(result);
    } catch (error) {
      setState(isCancelled(error) ? { kind: 'idle' } : { kind: 'failed', error });
    }
  };
  return { state, start, stop: () => controller.current?.abort() };
}
