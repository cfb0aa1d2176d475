import { useId, useState } from 'react';
import type { Collection, CollectionNode } from '#shared/domain/collection/collection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { Field, TextInput } from '#renderer/ui/field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { describeFailure } from '#renderer/host/host-error.ts';
import styles from './save-dialog.module.css';

export interface SaveTarget {
  readonly name: string;
  readonly collectionId: string;
  readonly folder: string;
}

interface SaveDialogProps {
  readonly suggestedName: string;
  readonly collections: readonly Collection[];
  readonly onSave: (target: SaveTarget) => Promise<void>;
  readonly onClose: () => void;
}

const foldersOf = (nodes: readonly CollectionNode[], prefix: string): { path: string; label: string }[] =>
  nodes.flatMap((node) =>
    node.kind === 'folder'
      ? [
          { path: node.path, label: `${prefix} / ${node.name}` },
          ...foldersOf(node.children, `${prefix} / ${node.name}`),
        ]
      : [],
  );

/** Asks for the name and place of a request that has no file yet. */
export function SaveDialog({ suggestedName, collections, onSave, onClose }: SaveDialogProps) {
  const formId = useId();
  const [name, setName] = useState(suggestedName);
  const places = collections.flatMap(({ id, name: title, nodes }) =>
    [{ path: '', label: title }, ...foldersOf(nodes, title)].map(({ path, label }) => ({
      value: JSON.stringify([id, path]),
      label,
    })),
  );
  const [place, setPlace] = useState(places[0]?.value ?? '');
  const [error, setError] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);

  const save = async () => {
    const [collectionId, folder] = JSON.parse(place) as [string, string];
    setSaving(true);
    try {
      await onSave({ name: name.trim(), collectionId, folder });
      onClose();
    } catch (failure) {
      setError(failure);
      setSaving(false);
    }
  };

  return (
    <Dialog title="Save request" onClose={onClose}>
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() && place) void save();
        }}
      >
        <Field label="Name">
          {(ids) => (
            <TextInput {...ids} value={name} onChange={setName} autoFocus onFocus={(event) => event.target.select()} />
          )}
        </Field>
        <Field label="Collection">
          {(ids) => <Select {...ids} value={place} onChange={setPlace} choices={places} />}
        </Field>
      </form>
      {error !== null && <ErrorPanel error={describeFailure(error)} />}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" type="submit" form={formId} disabled={!name.trim() || !place || isSaving}>
          Save
        </Button>
      </DialogActions>
    </Dialog>
  );
}
