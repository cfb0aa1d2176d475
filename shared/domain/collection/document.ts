// A parsed document and changes to it that leave alone what they don't name. Files of other tools, and of later releases
// of ours, hold things that we don't understand; they must come out of a save as they went in.

/** A parsed YAML or JSON mapping. */
export type DocumentObject = Readonly<Record<string, unknown>>;

/** Whether a parsed value is a mapping. */
export function isDocumentObject(value: unknown): value is DocumentObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The mapping under a key; an empty one where there is none. */
export function objectAt(parent: DocumentObject, key: string): DocumentObject {
  const value = parent[key];
  return isDocumentObject(value) ? value : {};
}

/** The text under a key; undefined where there is none. A number or boolean, which YAML makes of bare words, is its text. */
export function textAt(parent: DocumentObject, key: string): string | undefined {
  const value = parent[key];
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : undefined;
}

/** The mappings of the list under a key; anything else in it is passed over. */
export function rowsAt(parent: DocumentObject, key: string): readonly DocumentObject[] {
  const value = parent[key];
  return Array.isArray(value) ? value.filter(isDocumentObject) : [];
}

/**
 * A copy with some keys replaced; undefined removes one. A key that is new stands where `order` puts it among those that
 * are there, so that a file reads the same whoever wrote it first.
 */
export function withKeys(parent: DocumentObject, changes: DocumentObject, order: readonly string[]): DocumentObject {
  const entries = Object.entries(parent).filter(([key]) => !(key in changes && changes[key] === undefined));
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) continue;
    const present = entries.findIndex(([other]) => other === key);
    if (present >= 0) {
      entries[present] = [key, value];
      continue;
    }
    const rank = order.indexOf(key);
    const next = entries.findIndex(([other]) => order.indexOf(other) > rank);
    entries.splice(next < 0 ? entries.length : next, 0, [key, value]);
  }
  return Object.fromEntries(entries);
}

/**
 * New rows in the place of old ones. A row that was there before, by name and value or else by name, keeps what else it
 * held (a description); rows without one are new.
 */
export function mergeRows(
  before: readonly DocumentObject[],
  rows: readonly DocumentObject[],
): readonly DocumentObject[] {
  const unused = [...before];
  const take = (matches: (row: DocumentObject) => boolean): DocumentObject | undefined => {
    const index = unused.findIndex(matches);
    return index < 0 ? undefined : unused.splice(index, 1)[0];
  };
  const exact = rows.map((row) => take((old) => old['name'] === row['name'] && old['value'] === row['value']));
  return rows.map((row, index) => {
    const old = exact[index] ?? take((candidate) => candidate['name'] === row['name']);
    return old ? withKeys(old, row, rowOrder) : withKeys({}, row, rowOrder);
  });
}

const rowOrder = ['name', 'value', 'description', 'type', 'disabled'];
