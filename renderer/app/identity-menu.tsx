import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { IdentityState } from '#shared/domain/identity/identity.ts';
import { identityKindFacts } from '#shared/domain/identity/identity-kinds.ts';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '#renderer/ui/menu.tsx';
import { useActions, useCurrent, useView } from './state/app-context.ts';
import styles from './title-bar.module.css';

/** How an identity's token stands, in two or three words; null where it has none to speak of. */
export function describeToken({ token }: IdentityState): { text: string; className: string | undefined } | null {
  switch (token.kind) {
    case 'notNeeded':
      return null;
    case 'none':
      return { text: 'signs in on first use', className: undefined };
    case 'signedIn':
      return {
        text: token.expiresAt ? `signed in until ${timeOfDay(token.expiresAt)}` : 'signed in',
        className: styles.tokenOk,
      };
    case 'expired':
      return { text: 'token expired, renewed on Send', className: styles.tokenWarning };
    case 'refused':
      return { text: 'refused', className: styles.tokenBad };
  }
}

const timeOfDay = (iso: string) => new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

export function IdentityMenu() {
  const { environment, identities, identity } = useCurrent();
  const isOpen = useView(({ openMenu }) => openMenu === 'identity');
  const { setMenu, chooseIdentity, openDialog } = useActions();
  if (!environment) return null;
  const token = identity && describeToken(identity);
  return (
    <Menu
      label="Send as"
      isOpen={isOpen}
      onOpenChange={(next) => setMenu(next ? 'identity' : null)}
      trigger={
        <button
          type="button"
          className={styles.pill}
          aria-label={`Send as: ${identity?.name ?? 'nobody'}${token ? `, ${token.text}` : ''}`}
          title={token?.text}
        >
          <small>as</small>
          <b>{identity?.name ?? 'nobody'}</b>
          {token?.className && <span className={clsx(styles.token, token.className)} aria-hidden />}
          <ChevronDown size={13} aria-hidden />
        </button>
      }
    >
      <MenuChoice
        value={identity?.id ?? ''}
        onChange={(id) => chooseIdentity(environment.id, id)}
        choices={identities.map((one) => ({
          value: one.id,
          label: one.name,
          hint: describeToken(one)?.text ?? identityKindFacts[one.kind].label,
        }))}
      />
      <MenuSeparator />
      <MenuItem onSelect={() => openDialog({ kind: 'environments', environmentId: environment.id, isAdding: false })}>
        Add or change identities…
      </MenuItem>
    </Menu>
  );
}
