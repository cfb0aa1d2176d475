import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import { commandTable } from '#renderer/commands/command-table.ts';
import { keysOf } from '#renderer/commands/platform.ts';
import { EnvironmentDot } from '#renderer/ui/environment-dot.tsx';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '#renderer/ui/menu.tsx';
import { useActions, useCurrent, useView } from './state/app-context.ts';
import styles from './title-bar.module.css';

export function EnvironmentMenu() {
  const { environments, environment } = useCurrent();
  const isOpen = useView(({ openMenu }) => openMenu === 'environment');
  const { setMenu, chooseEnvironment, openDialog } = useActions();
  return (
    <Menu
      label="Environment"
      isOpen={isOpen}
      onOpenChange={(next) => setMenu(next ? 'environment' : null)}
      trigger={
        <button
          type="button"
          className={clsx(styles.pill, environment?.isProduction && styles.production)}
          aria-label={`Environment: ${environment?.name ?? 'none'}${environment?.isProduction ? ', production' : ''}`}
          title={environment ? `${environment.name} · ${environment.baseUrl}` : undefined}
        >
          {environment && <EnvironmentDot colour={environment.colour} />}
          <b>{environment?.name ?? 'No environment'}</b>
          {environment?.isProduction && <small>production</small>}
          <ChevronDown size={13} aria-hidden />
        </button>
      }
    >
      <MenuChoice
        value={environment?.id ?? ''}
        onChange={chooseEnvironment}
        choices={environments.map(({ id, name, colour, isProduction }) => ({
          value: id,
          label: (
            <span className={styles.line}>
              <EnvironmentDot colour={colour} />
              {name}
            </span>
          ),
          hint: isProduction ? <span className={styles.right}>production</span> : undefined,
        }))}
      />
      <MenuSeparator />
      <MenuItem onSelect={() => openDialog({ kind: 'environments', environmentId: null, isAdding: true })}>
        {commandTable.addEnvironment.title}
      </MenuItem>
      <MenuItem
        keys={keysOf(commandTable.environments)}
        onSelect={() => openDialog({ kind: 'environments', environmentId: environment?.id ?? null, isAdding: false })}
      >
        {commandTable.environments.title}
      </MenuItem>
    </Menu>
  );
}
