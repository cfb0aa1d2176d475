import { Search } from 'lucide-react';
import { commandTable } from '#renderer/commands/command-table.ts';
import { keysOf } from '#renderer/commands/platform.ts';
import { Keys } from '#renderer/ui/keys.tsx';
import { EnvironmentMenu } from './environment-menu.tsx';
import { IdentityMenu } from './identity-menu.tsx';
import { useActions } from './state/app-context.ts';
import { StoreCodeMenu } from './store-code-menu.tsx';
import styles from './title-bar.module.css';

/** Where requests go, whose store view, as whom; and the box that finds everything. */
export function TitleBar() {
  const { openDialog } = useActions();
  const keys = keysOf(commandTable.palette);
  return (
    <header className={styles.bar} aria-label="Workbench">
      <h1 className={styles.brand}>
        <i className={styles.stone} aria-hidden />
        Lodestone
      </h1>
      <EnvironmentMenu />
      <StoreCodeMenu />
      <IdentityMenu />
      <button type="button" className={styles.search} onClick={() => openDialog({ kind: 'palette' })}>
        <Search size={13} aria-hidden />
        <span>{commandTable.palette.title}</span>
        {keys && <Keys text={keys} />}
      </button>
    </header>
  );
}
