import type { Fields } from '../rest/arguments.ts';
import type { MediaEntry } from './product.ts';
import type { MediaInput } from './product-input.ts';

/** The first free path for an image: `/d/o/dot.png`, then `/d/o/dot_1.png`. */
function chooseFile(fileName: string, taken: ReadonlySet<string>): string {
  const clean = fileName.toLowerCase().replace(/[^a-z0-9._-]+/g, '_');
  const dot = clean.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ''];
  const folder = `/${stem[0] ?? '_'}/${stem[1] ?? '_'}/`;
  for (let count = 0; ; count += 1) {
    const file = `${folder}${stem}${count === 0 ? '' : `_${count}`}${extension}`;
    if (!taken.has(file)) return file;
  }
}

/** The gallery that a call asks for: entries named by their id are kept, new images get an id and a file. */
export function buildGallery(
  inputs: readonly MediaInput[],
  present: readonly MediaEntry[],
  shop: { readonly takenFiles: ReadonlySet<string>; nextId(): number },
): MediaEntry[] {
  const taken = new Set(shop.takenFiles);
  return inputs.flatMap(({ id, entry, fileName }): MediaEntry[] => {
    const kept = present.find((candidate) => candidate.id === id);
    if (kept) return [{ ...kept, ...entry }];
    if (fileName === null) return [];
    const file = chooseFile(fileName, taken);
    taken.add(file);
    return [{ id: shop.nextId(), ...entry, file }];
  });
}

/** The roles that images play, as attributes; a role without an image is `no_selection`. */
export function mediaRoles(media: readonly MediaEntry[]): Fields {
  if (media.length === 0) return {};
  const roles = ['image', 'small_image', 'swatch_image', 'thumbnail'];
  return Object.fromEntries(
    roles.map((role) => [role, media.find((entry) => entry.types.includes(role))?.file ?? 'no_selection']),
  );
}
