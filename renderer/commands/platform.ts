import { formatKeys } from './keys.ts';
import type { Command } from './command.ts';

export const isMac = navigator.platform.startsWith('Mac');

/** The first shortcut of a command as this platform writes it. */
export const keysOf = (command: Command): string | undefined => {
  const first = command.keys?.[0];
  return first === undefined ? undefined : formatKeys(first, isMac);
};
