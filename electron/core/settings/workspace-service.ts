// The open tabs with their drafts, from start to start; kept in `workspace.json`. A secret that was typed into a header or a
// parameter is sealed there; without a key store its mask is kept, and the draft asks for it again after a restart.
import { secretMask } from '#shared/domain/exchange/secret-mask.ts';
import { mapTypedSecrets } from '#shared/domain/http/typed-secrets.ts';
import type { Workspace } from '#shared/domain/settings/workspace.ts';
import type { JsonDocuments, SecretBox } from '../ports.ts';
import type { NoticeCollector } from '../storage/notice-collector.ts';
import { VersionedDocument } from '../storage/versioned-document.ts';
import { workspaceFormat } from './workspace-format.ts';

const sealedPrefix = 'sealed:';

export interface WorkspaceServiceDeps {
  readonly documents: JsonDocuments;
  readonly notices: NoticeCollector;
  readonly secretBox: SecretBox;
}

export class WorkspaceService {
  readonly #document: VersionedDocument<Workspace>;
  readonly #secretBox: SecretBox;
  /** What was sealed and opened in this session: drafts are saved often, the key store is slow. */
  readonly #sealed = new Map<string, string>();
  #lastSave: Promise<void> = Promise.resolve();

  constructor({ documents, notices, secretBox }: WorkspaceServiceDeps) {
    this.#document = new VersionedDocument(workspaceFormat, documents.open('workspace'), notices);
    this.#secretBox = secretBox;
  }

  /** The workspace of last time; a secret that can’t be opened any more comes back as its mask. */
  async load(): Promise<Workspace> {
    const stored = this.#document.read();
    const opened = new Map<string, string>();
    for (const sealed of sealedValuesOf(stored)) opened.set(sealed, await this.#open(sealed));
    return mapTabs(stored, (value) => opened.get(value) ?? value);
  }

  /** Keeps a workspace whole, saves in the order of their calls. Rejects with AppError `storage.write`. */
  save(workspace: Workspace): Promise<void> {
    const save = async (): Promise<void> => {
      const kept = new Map<string, string>();
      for (const value of typedSecretsOf(workspace)) kept.set(value, await this.#seal(value));
      const sealed = mapTabs(workspace, (value) => kept.get(value) ?? secretMask);
      this.#document.update(() => sealed);
    };
    const result = this.#lastSave.then(save);
    this.#lastSave = result.catch(() => undefined);
    return result;
  }

  async #seal(value: string): Promise<string> {
    if (!this.#secretBox.isPersistent || value.includes(secretMask)) return secretMask;
    const known = this.#sealed.get(value);
    if (known !== undefined) return known;
    const sealed = `${sealedPrefix}${await this.#secretBox.seal(value)}`;
    this.#sealed.set(value, sealed);
    return sealed;
  }

  async #open(sealed: string): Promise<string> {
    try {
      return await this.#secretBox.open(sealed.slice(sealedPrefix.length));
    } catch {
      return secretMask;
    }
  }
}

const mapTabs = (workspace: Workspace, change: (value: string) => string): Workspace => ({
  ...workspace,
  tabs: workspace.tabs.map((tab) => ({ ...tab, request: mapTypedSecrets(tab.request, change) })),
});

function typedSecretsOf(workspace: Workspace): Set<string> {
  const found = new Set<string>();
  mapTabs(workspace, (value) => {
    found.add(value);
    return value;
  });
  return found;
}

const sealedValuesOf = (workspace: Workspace): string[] =>
  [...typedSecretsOf(workspace)].filter((value) => value.startsWith(sealedPrefix));
