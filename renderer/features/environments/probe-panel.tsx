import { Check } from 'lucide-react';
import type { EnvironmentDraft } from '#shared/domain/environment/environment.ts';
import { describeProbeResult } from '#shared/domain/oauth1/describe-probe-result.ts';
import { describeFailure } from '#renderer/host/host-error.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import styles from './environments-dialog.module.css';
import { useProbe } from './use-probe.ts';

interface ProbePanelProps {
  readonly environmentId: string;
  readonly onProbed: (found: Pick<EnvironmentDraft, 'profile' | 'profileOrigin'>) => void;
}

/** Asks a saved store, as its integration, how it verifies signatures. */
export function ProbePanel({ environmentId, onProbed }: ProbePanelProps) {
  const { state, start, stop } = useProbe(environmentId, ({ decided }) => {
    if (decided !== null) {
      onProbed({ profile: decided, profileOrigin: { kind: 'probed', at: new Date().toISOString() } });
    }
  });
  const steps = state.kind === 'asking' ? state.steps : state.kind === 'done' ? state.result.steps : [];
  return (
    <div className={styles.probe} role="group" aria-label="Probe">
      <div className={styles.urlLine}>
        {state.kind === 'asking' ? (
          <Button onClick={stop}>Stop</Button>
        ) : (
          <Button onClick={() => void start()}>Probe</Button>
        )}
        <p className={styles.muted} role="status">
          {state.kind === 'done'
            ? describeProbeResult(state.result)
            : state.kind === 'asking'
              ? 'Asking the store…'
              : 'A few signed requests, which change nothing, find out how this store verifies.'}
        </p>
      </div>
      {steps.length > 0 && (
        <ul className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>
              <Check size={13} aria-hidden />
              {step}
            </li>
          ))}
        </ul>
      )}
      {state.kind === 'failed' && <ErrorPanel error={describeFailure(state.error)} />}
    </div>
  );
}
