import { useEffect } from 'react';
import { commands } from './command-table.ts';
import type { Workbench } from './command.ts';
import { matchesKeys } from './keys.ts';
import { isMac } from './platform.ts';

/** Runs commands by their keys, before any editor sees them; a dialog in front keeps them quiet. */
export function useShortcuts(workbench: Workbench, isQuiet: boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isQuiet || event.isComposing) return;
      const command = commands.find(({ keys }) => keys?.some((key) => matchesKeys(key, event, isMac)));
      if (!command) return;
      event.preventDefault();
      event.stopPropagation();
      if (command.when?.(workbench) ?? true) command.run(workbench);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [workbench, isQuiet]);
}
