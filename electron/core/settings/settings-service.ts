import type { Settings } from '#shared/domain/settings/settings.ts';
import type { JsonDocuments } from '../ports.ts';
import { createListeners } from '../storage/listeners.ts';
import type { NoticeCollector } from '../storage/notice-collector.ts';
import { VersionedDocument } from '../storage/versioned-document.ts';
import { settingsFormat } from './settings-format.ts';

/** The changes of a partial update: an absent or undefined field stays as it is. */
export type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/** What the user set, for the whole app; kept in `settings.json`. */
export class SettingsService {
  readonly #document: VersionedDocument<Settings>;
  readonly #changed = createListeners<Settings>();

  constructor(deps: { readonly documents: JsonDocuments; readonly notices: NoticeCollector }) {
    this.#document = new VersionedDocument(settingsFormat, deps.documents.open('settings'), deps.notices);
  }

  get(): Settings {
    return this.#document.read();
  }

  /** Changes the given settings and returns all of them. Throws AppError `storage.write`. */
  update(change: SettingsChange): Settings {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const settings = this.#document.update((current) => ({ ...current, ...given }));
    this.#changed.emit(settings);
    return settings;
  }

  onChange(listener: (settings: Settings) => void): () => void {
    return this.#changed.subscribe(listener);
  }
}
