import { Box, Folder, History, Layers, Settings, type LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import type { Command, Workbench } from '#renderer/commands/command.ts';
import { commandTable } from '#renderer/commands/command-table.ts';
import { keysOf } from '#renderer/commands/platform.ts';
import { Tooltip } from '#renderer/ui/tooltip.tsx';
import { useWorkspace } from './state/app-context.ts';
import styles from './rail.module.css';

const rooms = [
  { panel: 'collections', icon: Folder, command: commandTable.collections },
  { panel: 'history', icon: History, command: commandTable.history },
  { panel: 'sandbox', icon: Box, command: commandTable.sandbox },
] as const;

/** The rooms of the workbench. Only what works stands here. */
export function Rail({ workbench }: { readonly workbench: Workbench }) {
  const shown = useWorkspace(({ sidePanel }) => sidePanel);
  const rail = useRef<HTMLElement>(null);
  const move = (event: React.KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const items = [...(rail.current?.querySelectorAll('button') ?? [])];
    const at = items.indexOf(event.target as HTMLButtonElement);
    if (step === 0 || at < 0) return;
    event.preventDefault();
    items[(at + step + items.length) % items.length]?.focus();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav ref={rail} className={styles.rail} aria-label="Rooms" data-region="rail" onKeyDown={move}>
      {rooms.map(({ panel, icon, command }) => (
        <RailButton
          key={panel}
          icon={icon}
          command={command}
          isPressed={shown === panel}
          onPress={() => (shown === panel ? workbench.togglePanel() : command.run(workbench))}
        />
      ))}
      <span className={styles.space} />
      {[
        { icon: Layers, command: commandTable.environments },
        { icon: Settings, command: commandTable.settings },
      ].map(({ icon, command }) => (
        <RailButton key={command.id} icon={icon} command={command} onPress={() => command.run(workbench)} />
      ))}
    </nav>
  );
}

interface RailButtonProps {
  readonly icon: LucideIcon;
  readonly command: Command;
  readonly isPressed?: boolean;
  readonly onPress: () => void;
}

function RailButton({ icon: Icon, command, isPressed, onPress }: RailButtonProps) {
  const keys = keysOf(command);
  return (
    <Tooltip label={command.title} side="right" {...(keys ? { keys } : {})}>
      <button
        type="button"
        className={styles.item}
        aria-label={command.title}
        aria-pressed={isPressed}
        onClick={onPress}
      >
        <Icon size={17} strokeWidth={1.7} aria-hidden />
      </button>
    </Tooltip>
  );
}
