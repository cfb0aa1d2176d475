import type { Notice } from '#shared/contract/app.ts';
import { createListeners } from './listeners.ts';

/** What core found that the user should know. The same sentence is told once, however often it is found. */
export class NoticeCollector {
  readonly #notices: Notice[] = [];
  readonly #added = createListeners<Notice>();

  add(notice: Omit<Notice, 'id'>): void {
    if (this.#notices.some((known) => known.message === notice.message)) return;
    const added = { ...notice, id: `notice-${this.#notices.length + 1}` };
    this.#notices.push(added);
    this.#added.emit(added);
  }

  list(): readonly Notice[] {
    return [...this.#notices];
  }

  onAdded(listener: (notice: Notice) => void): () => void {
    return this.#added.subscribe(listener);
  }
}
