import { useState } from 'react';
import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import { useHost } from '#renderer/host/host-context.ts';
import { describeFailure } from '#renderer/host/host-error.ts';
import { useEnvironments } from '#renderer/host/host-queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import styles from './response.module.css';

/** Offers the profile under which the store accepted what it had refused, as long as the environment has another. */
export function ProfileOffer({ exchange }: { readonly exchange: Exchange }) {
  const host = useHost();
  const [error, setError] = useState<unknown>(null);
  const environment = useEnvironments().find(({ id }) => id === exchange.environment.id);
  const { suggestedProfile: profile } = exchange;
  if (profile === null || !environment || environment.profile === profile) return null;
  const accept = async () => {
    const profileOrigin = { kind: 'probed', at: new Date().toISOString() } as const;
    try {
      await host.call('environments.update', { id: environment.id, draft: { ...environment, profile, profileOrigin } });
    } catch (failure) {
      setError(failure);
    }
  };
  if (error !== null) return <ErrorPanel error={describeFailure(error)} />;
  return (
    <div className={styles.offer}>
      <p>
        The store refused the signature for {exchange.attempts[0]?.profile} and accepted the one for {profile}.
      </p>
      <Button variant="link" onClick={() => void accept()}>
        Use {profile} for {environment.name}
      </Button>
    </div>
  );
}
