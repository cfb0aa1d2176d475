import type { JsonDocuments } from '../ports.ts';
import { createListeners } from '../storage/listeners.ts';
import type { NoticeCollector } from '../storage/notice-collector.ts';
import { VersionedDocument } from '../storage/versioned-document.ts';
import { environmentsFormat, type StoredEnvironments } from './environments-format.ts';

/** `environments.json` and who wants to hear of its changes: what environment and identity services share. */
export class EnvironmentStore {
  readonly #document: VersionedDocument<StoredEnvironments>;
  readonly #environmentsChanged = createListeners();
  readonly #identitiesChanged = createListeners();

  constructor(deps: { readonly documents: JsonDocuments; readonly notices: NoticeCollector }) {
    this.#document = new VersionedDocument(environmentsFormat, deps.documents.open('environments'), deps.notices);
  }

  read(): StoredEnvironments {
    return this.#document.read();
  }

  /** Changes environments or identities and tells those concerned. Throws AppError `storage.write`. */
  update(change: (current: StoredEnvironments) => StoredEnvironments): StoredEnvironments {
    let before: StoredEnvironments | undefined;
    const after = this.#document.update((current) => {
      before = current;
      return change(current);
    });
    if (before?.environments !== after.environments) this.#environmentsChanged.emit();
    if (before?.identities !== after.identities) this.#identitiesChanged.emit();
    return after;
  }

  /** Tells that an identity's secrets or token changed, which stand elsewhere. */
  announceIdentities(): void {
    this.#identitiesChanged.emit();
  }

  onEnvironmentsChange(listener: () => void): () => void {
    return this.#environmentsChanged.subscribe(listener);
  }

  onIdentitiesChange(listener: () => void): () => void {
    return this.#identitiesChanged.subscribe(listener);
  }
}
