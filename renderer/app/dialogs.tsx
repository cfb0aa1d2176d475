import { lazy, Suspense } from 'react';
import type { Workbench } from '#renderer/commands/command.ts';
import { SaveDialog } from '#renderer/features/collections/save-dialog.tsx';
import { useAppInfo, useCollections, useSettings } from '#renderer/host/host-queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx';
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx';
import { paletteEntries } from './palette-entries.tsx';
import { useActions, useApp, useCurrent, useView } from './state/app-context.ts';
import type { OpenDialog } from './state/view-store.ts';

const Palette = lazy(() => import('#renderer/commands/palette.tsx').then((m) => ({ default: m.Palette })));
const EnvironmentsDialog = lazy(() =>
  import('#renderer/features/environments/environments-dialog.tsx').then((m) => ({ default: m.EnvironmentsDialog })),
);
const SettingsDialog = lazy(() =>
  import('#renderer/features/settings/settings-dialog.tsx').then((m) => ({ default: m.SettingsDialog })),
);

const DiagnoseDialog = lazy(() =>
  import('#renderer/features/diagnosis/diagnose-dialog.tsx').then((m) => ({ default: m.DiagnoseDialog })),
);

/** The one dialog that is open, if any. */
export function Dialogs({ workbench }: { readonly workbench: Workbench }) {
  const dialog = useView((view) => view.dialog);
  if (!dialog) return null;
  return (
    <Suspense fallback={null}>
      <DialogOf dialog={dialog} workbench={workbench} />
    </Suspense>
  );
}

function DialogOf({ dialog, workbench }: { readonly dialog: OpenDialog; readonly workbench: Workbench }) {
  const actions = useActions();
  const close = () => actions.openDialog(null);
  switch (dialog.kind) {
    case 'palette':
      return <PaletteDialog workbench={workbench} onClose={close} />;
    case 'environments':
      return <Environments dialog={dialog} onClose={close} />;
    case 'settings':
      return <Settings onClose={close} />;
    case 'diagnosis':
      return <Diagnosis onClose={close} />;
    case 'save':
      return <Save tabId={dialog.tabId} onClose={close} />;
    case 'closeDirty':
      return <CloseDirty tabId={dialog.tabId} onClose={close} />;
    case 'sendToProduction':
      return <SendToProduction tabId={dialog.tabId} onClose={close} />;
    case 'removeRequest':
      return (
        <ConfirmDialog
          title={`Delete “${dialog.name}”?`}
          message="Its file goes to the system’s trash. A tab that shows it keeps the request as a draft."
          action="Delete request"
          isDanger
          onConfirm={() => void actions.removeFile(dialog)}
          onClose={close}
        />
      );
  }
}

interface ClosableProps {
  readonly onClose: () => void;
}

function PaletteDialog({ workbench, onClose }: ClosableProps & { readonly workbench: Workbench }) {
  const actions = useActions();
  const collections = useCollections().data ?? [];
  const { environments, environment, identities } = useCurrent();
  const entries = paletteEntries({ workbench, actions, collections, environments, environment, identities });
  return <Palette entries={entries} onClose={onClose} />;
}

function Environments({
  dialog,
  onClose,
}: ClosableProps & { readonly dialog: Extract<OpenDialog, { kind: 'environments' }> }) {
  const { environment } = useCurrent();
  const { chooseEnvironment } = useActions();
  return (
    <EnvironmentsDialog
      startId={dialog.environmentId ?? environment?.id ?? null}
      isAdding={dialog.isAdding}
      onCreated={chooseEnvironment}
      onClose={onClose}
    />
  );
}

function Settings({ onClose }: ClosableProps) {
  const settings = useSettings();
  const info = useAppInfo();
  const { updateSettings } = useActions();
  if (!settings) return null;
  return (
    <SettingsDialog
      settings={settings}
      info={info}
      onChange={(change) => void updateSettings(change)}
      onClose={onClose}
    />
  );
}

function Diagnosis({ onClose }: ClosableProps) {
  const { identities, identity } = useCurrent();
  const start = identity?.kind === 'integration' ? identity : identities.find(({ kind }) => kind === 'integration');
  return <DiagnoseDialog startIdentityId={start?.id ?? null} onClose={onClose} />;
}

function Save({ tabId, onClose }: ClosableProps & { readonly tabId: string }) {
  const collections = useCollections().data ?? [];
  const { tab, saveAs } = useActions();
  const opened = tab(tabId);
  if (!opened) return null;
  const path = opened.request.url.split('/').at(-1) || 'New request';
  return (
    <SaveDialog
      suggestedName={opened.name === 'New request' ? path : opened.name}
      collections={collections}
      onSave={(target) => saveAs(tabId, target)}
      onClose={onClose}
    />
  );
}

function CloseDirty({ tabId, onClose }: ClosableProps & { readonly tabId: string }) {
  const { tab, discardTab, save } = useActions();
  const { workspace } = useApp();
  const opened = tab(tabId);
  if (!opened) return null;
  const saveAndClose = async () => {
    onClose();
    await save(tabId);
    const after = workspace.getState().tabs.find(({ id }) => id === tabId);
    if (after && !after.isDirty) discardTab(tabId);
  };
  return (
    <Dialog
      title={`Save “${opened.name}” before closing?`}
      description="What you typed is not in its file yet."
      onClose={onClose}
    >
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          onClick={() => {
            onClose();
            discardTab(tabId);
          }}
        >
          Close without saving
        </Button>
        <Button variant="primary" autoFocus onClick={() => void saveAndClose()}>
          {opened.source ? 'Save and close' : 'Save…'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function SendToProduction({ tabId, onClose }: ClosableProps & { readonly tabId: string }) {
  const { tab, sendNow } = useActions();
  const { environment } = useCurrent();
  const opened = tab(tabId);
  if (!opened || !environment) return null;
  return (
    <ConfirmDialog
      title={`Send ${opened.request.method} to ${environment.name}?`}
      message={`${environment.name} is marked as production, and this request may change it (${environment.baseUrl}).`}
      action={`Send ${opened.request.method}`}
      isDanger
      onConfirm={() => sendNow(tabId, true)}
      onClose={onClose}
    />
  );
}
