import type { ActionDependencies, BaseActions } from './base-actions.ts';
import type { TabActions } from './tab-actions.ts';
import { forgetSource, markSaved, replaceByFile } from './workspace-reducers.ts';

interface FileLocation {
  readonly collectionId: string;
  readonly path: string;
}

interface SaveTarget {
  readonly name: string;
  readonly collectionId: string;
  readonly folder: string;
}

/** Between tabs and the files of collections. A failed save is told in its tab, everything else as a notice. */
export function createFileActions({ host, view }: ActionDependencies, base: BaseActions, tabs: TabActions) {
  const setSaveError = (tabId: string, error: unknown) => {
    view.setState(({ saveErrors }) => ({ saveErrors: { ...saveErrors, [tabId]: error } }));
  };
  const openFile = async ({ collectionId, path }: FileLocation) => {
    try {
      const { name, request, revision } = await host.call('collections.read', { collectionId, path });
      tabs.open({ name, request, source: { collectionId, path, revision }, isDirty: false, exchangeId: null });
    } catch (error) {
      base.report(error);
    }
  };
  /** Writes a tab to its file; one without a file asks for a place first. */
  const save = async (id: string | null) => {
    const tab = base.tab(id);
    if (!tab) return;
    const { name, request, source } = tab;
    if (!source) {
      base.openDialog({ kind: 'save', tabId: tab.id });
      return;
    }
    setSaveError(tab.id, null);
    try {
      const { revision } = await host.call('collections.save', { ...source, name, request });
      base.change((before) => markSaved(before, tab.id, { name, request, source: { ...source, revision } }));
    } catch (error) {
      setSaveError(tab.id, error);
    }
  };
  const saveAs = async (id: string, target: SaveTarget) => {
    const tab = base.tab(id);
    if (!tab) return;
    const { request } = tab;
    const { collectionId, path, revision } = await host.call('collections.create', { ...target, request });
    setSaveError(id, null);
    const source = { collectionId, path, revision };
    base.change((before) => markSaved(before, id, { name: target.name, request, source }));
  };
  /** Takes the file as it stands now and drops what was typed. */
  const reload = async (id: string) => {
    const source = base.tab(id)?.source;
    if (!source) return;
    try {
      const file = await host.call('collections.read', { collectionId: source.collectionId, path: source.path });
      base.change((before) => replaceByFile(before, id, file));
      setSaveError(id, null);
    } catch (error) {
      setSaveError(id, error);
    }
  };
  const removeFile = async ({ collectionId, path }: FileLocation) => {
    try {
      await host.call('collections.remove', { collectionId, path });
      base.change((before) => forgetSource(before, collectionId, path));
    } catch (error) {
      base.report(error);
    }
  };
  const dismissSaveError = (tabId: string) => {
    setSaveError(tabId, null);
  };
  return { openFile, save, saveAs, reload, removeFile, dismissSaveError };
}
