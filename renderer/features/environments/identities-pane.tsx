import { useState } from 'react';
import { identityKindFacts } from '#shared/domain/identity/identity-kinds.ts';
import type { IdentityKind, IdentityState } from '#shared/domain/identity/identity.ts';
import { Button } from '#renderer/ui/button.tsx';
import styles from './environments-dialog.module.css';
import { IdentityCard } from './identity-card.tsx';
import { IdentityForm } from './identity-form.tsx';

interface IdentitiesPaneProps {
  readonly environmentId: string;
  readonly identities: readonly IdentityState[];
  /** False where secrets last for this session only; the sandbox brings its own at each start. */
  readonly keepsSecrets: boolean;
}

const kindsToAdd: readonly IdentityKind[] = ['integration', 'admin', 'customer'];

/** Who requests can be sent as in this environment. */
export function IdentitiesPane({ environmentId, identities, keepsSecrets }: IdentitiesPaneProps) {
  const [adding, setAdding] = useState<IdentityKind | null>(null);
  return (
    <div className={styles.form}>
      {!keepsSecrets && (
        <p className={styles.warn}>
          Your system has no key store, so secrets are kept for this session only: enter them again after a restart.
        </p>
      )}
      <div className={styles.cards}>
        {identities.map((identity) => (
          <IdentityCard key={identity.id} identity={identity} />
        ))}
      </div>
      {adding ? (
        <div className={styles.identity}>
          <div className={styles.identityHead}>
            <div>
              <b>New {identityKindFacts[adding].label.toLowerCase()}</b>
              <small>{identityKindFacts[adding].summary}</small>
            </div>
          </div>
          <IdentityForm
            key={adding}
            kind={adding}
            environmentId={environmentId}
            identity={null}
            onDone={() => setAdding(null)}
          />
        </div>
      ) : (
        <div className={styles.kinds}>
          {kindsToAdd.map((kind) => (
            <Button key={kind} onClick={() => setAdding(kind)}>
              Add {identityKindFacts[kind].label.toLowerCase()}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
