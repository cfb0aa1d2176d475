// Drafts survive a crash: every change of the workspace is kept by main, at most `delayMs` later.
import type { Workspace } from '#shared/domain/settings/workspace.ts';
import type { WorkspaceStore } from './workspace-store.ts';

const delayMs = 400;

/** Saves after each change and at once when the window hides or closes. */
export function autosave(
  store: WorkspaceStore,
  save: (workspace: Workspace) => Promise<unknown>,
  onError: (error: unknown) => void,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    save(store.getState()).catch(onError);
  };
  store.subscribe(() => {
    timer ??= setTimeout(flush, delayMs);
  });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush());
  window.addEventListener('beforeunload', flush);
}
