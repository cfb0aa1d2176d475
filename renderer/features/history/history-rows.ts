import type { HistoryEntry } from '#shared/domain/history/history.ts';

/** A line of the list: the name of a day, or an exchange. */
export type HistoryRow =
  | { readonly kind: 'day'; readonly key: string; readonly label: string }
  | { readonly kind: 'entry'; readonly key: string; readonly entry: HistoryEntry };

/** The entries, newest first, with the name of each day before its own. `now` and days are local. */
export function groupByDay(entries: readonly HistoryEntry[], now: Date): HistoryRow[] {
  const rows: HistoryRow[] = [];
  let day = '';
  for (const entry of entries) {
    const date = new Date(entry.startedAt);
    const key = date.toDateString();
    if (key !== day) {
      day = key;
      rows.push({ kind: 'day', key, label: nameDay(date, now) });
    }
    rows.push({ kind: 'entry', key: entry.id, entry });
  }
  return rows;
}

function nameDay(date: Date, now: Date): string {
  if (date.toDateString() === now.toDateString()) return 'Today';
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (date.toDateString() === yesterday.toDateString()) return 'Yesterday';
  const isThisYear = date.getFullYear() === now.getFullYear();
  return date.toLocaleDateString('en', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
}

/** Path and query of a URL. */
export const pathOfUrl = (url: string): string => url.replace(/^\w+:\/\/[^/?#]*/, '') || '/';

/** A path as a narrow list shows it: without the `/rest/<store>` that nearly all have in common. */
export const shortPath = (path: string): string =>
  path.replace(/^.*\/rest(?:\/[^/?]+)?(?=\/(?:async\/|bulk\/)*V1\/)/, '');
