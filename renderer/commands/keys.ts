// Shortcuts are written once, as `Mod+Shift+K`: Mod is ⌘ on a Mac and Ctrl elsewhere.

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const names: Readonly<Record<string, string>> = {
  enter: 'Enter',
  tab: 'Tab',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
};
const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Ctrl: '⌃', Shift: '⇧', Alt: '⌥', Enter: '↵' };

function parseKeys(keys: string) {
  const parts = keys.split('+');
  return { key: (parts.at(-1) ?? '').toLowerCase(), modifiers: new Set(parts.slice(0, -1)) };
}

/** True where a key press is this shortcut. */
export function matchesKeys(keys: string, press: KeyPress, isMac: boolean): boolean {
  const { key, modifiers } = parseKeys(keys);
  const wantsCtrl = modifiers.has('Ctrl') || (modifiers.has('Mod') && !isMac);
  const wantsMeta = modifiers.has('Mod') && isMac;
  return (
    press.key.toLowerCase() === key &&
    press.ctrlKey === wantsCtrl &&
    press.metaKey === wantsMeta &&
    press.altKey === modifiers.has('Alt') &&
    press.shiftKey === modifiers.has('Shift')
  );
}

/** A shortcut as people of the platform write it: `⇧⌘K` or `Ctrl Shift K`. */
export function formatKeys(keys: string, isMac: boolean): string {
  const parts = keys
    .split('+')
    .map((part) => names[part.toLowerCase()] ?? (part.length === 1 ? part.toUpperCase() : part));
  if (isMac) return parts.map((part) => macSigns[part] ?? part).join('');
  return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part === 'Enter' ? '↵' : part)).join(' ');
}
