import type { Settings } from '#shared/domain/settings/settings.ts';

type ThemeChoice = Settings['theme'];
type Theme = Exclude<ThemeChoice, 'system'>;

const choices: readonly ThemeChoice[] = ['system', 'light', 'dark', 'contrast'];

/** The theme that main wrote into the page's address, so that the first paint already has it. */
export function themeFromAddress(search: string): ThemeChoice {
  const named = new URLSearchParams(search).get('theme');
  return choices.find((choice) => choice === named) ?? 'system';
}

function resolveTheme(choice: ThemeChoice): Theme {
  if (choice !== 'system') return choice;
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Puts a theme on the page; `system` follows the operating system until the returned function is called. */
export function applyTheme(choice: ThemeChoice): () => void {
  const apply = () => {
    document.documentElement.dataset.theme = resolveTheme(choice);
  };
  apply();
  if (choice !== 'system') return () => undefined;
  const queries = [matchMedia('(prefers-color-scheme: dark)'), matchMedia('(prefers-contrast: more)')];
  for (const query of queries) query.addEventListener('change', apply);
  return () => {
    for (const query of queries) query.removeEventListener('change', apply);
  };
}
