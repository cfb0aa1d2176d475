import { useEffect, useRef, useState } from 'react';
import type { Discovery } from '#shared/domain/environment/environment.ts';
import { useHost } from '#renderer/host/host-context.ts';
import { isCancelled } from '#renderer/host/host-error.ts';

type DiscoveryState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'looking'; readonly steps: readonly string[] }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Asks a store about itself; leaving the view stops the asking. */
export function useDiscovery(onFound: (found: Discovery) => void) {
  const host = useHost();
  const [state, setState] = useState<DiscoveryState>({ kind: 'idle' });
  const controller = useRef<AbortController>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const look = async (url: string) => {
    controller.current?.abort();
    const current = new AbortController();
    controller.current = current;
    setState({ kind: 'looking', steps: [] });
    const onEvent = ({ step }: { readonly step: string }) =>
      setState((before) => ({ kind: 'looking', steps: [...(before.kind === 'looking' ? before.steps : []), step] }));
    try {
      const found = await host.stream('environments.discover', { url }, { signal: current.signal, onEvent });
      setState({ kind: 'idle' });
      onFound(found);
    } catch (error) {
      if (controller.current === current) setState(isCancelled(error) ? { kind: 'idle' } : { kind: 'failed', error });
    }
  };
  return { state, look, stop: () => controller.current?.abort(), clear: () => setState({ kind: 'idle' }) };
}
