// What the views and commands may do. Each action reads the stores at the moment of the press, so none is ever stale.
import { createBaseActions, type ActionDependencies } from './base-actions.ts';
import { createFileActions } from './file-actions.ts';
import { createSendActions } from './send-actions.ts';
import { createTabActions } from './tab-actions.ts';

export type AppActions = ReturnType<typeof createAppActions>;

export function createAppActions(dependencies: ActionDependencies) {
  const base = createBaseActions(dependencies);
  const tabs = createTabActions(dependencies, base);
  return {
    ...base,
    ...tabs,
    ...createFileActions(dependencies, base, tabs),
    ...createSendActions(dependencies, base, tabs),
  };
}
