// One object per action: palette, menus, buttons and shortcuts share it.

/** What commands may do to the workbench; `app/` brings it. */
export interface Workbench {
  readonly hasTab: boolean;
  readonly isSending: boolean;
  readonly canSend: boolean;
  newTab(): void;
  closeTab(): void;
  goToTab(step: number): void;
  send(): void;
  cancel(): void;
  save(): void;
  showPanel(panel: 'collections' | 'history' | 'sandbox'): void;
  togglePanel(): void;
  openPalette(): void;
  openEnvironments(isAdding: boolean): void;
  openEnvironmentMenu(): void;
  openIdentityMenu(): void;
  openSettings(): void;
  openDiagnosis(): void;
  setTheme(theme: 'system' | 'light' | 'dark' | 'contrast'): void;
  setLayout(layout: 'auto' | 'below' | 'beside'): void;
  restartSandbox(): void;
  goToRegion(step: number): void;
}

export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: 'Request' | 'Go to' | 'Environment' | 'View' | 'Sandbox';
  /** Shortcuts, the first of which is shown; see `keys.ts`. */
  readonly keys?: readonly string[];
  /** Whether it makes sense now; absent means always. */
  readonly when?: (workbench: Workbench) => boolean;
  readonly run: (workbench: Workbench) => void;
}
