import type { Workspace } from '#shared/domain/settings/workspace.ts';
import type { JsonDocuments } from '../ports.ts';
import type { NoticeCollector } from '../storage/notice-collector.ts';
import { VersionedDocument } from '../storage/versioned-document.ts';
import { workspaceFormat } from './workspace-format.ts';

/** The open tabs with their drafts, from start to start; kept in `workspace.json`. */
export class WorkspaceService {
  readonly #document: VersionedDocument<Workspace>;

  constructor(deps: { readonly documents: JsonDocuments; readonly notices: NoticeCollector }) {
    this.#document = new VersionedDocument(workspaceFormat, deps.documents.open('workspace'), deps.notices);
  }

  load(): Workspace {
    return this.#document.read();
  }

  /** Keeps a workspace whole; when this returns it survives a crash. Throws AppError `storage.write`. */
  save(workspace: Workspace): void {
    this.#document.update(() => workspace);
  }
}
