/**
 * How well an entry answers a search, 0 (not at all) to 1: each word must occur in the title, group or hint; words at
 * the start of the title count most, then at the start of any word. The id is never searched.
 */
export function matchEntry(_id: string, search: string, keywords: readonly string[] = []): number {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const title = (keywords[0] ?? '').toLowerCase();
  const all = keywords.join(' ').toLowerCase();
  let score = 1;
  for (const word of words) {
    if (!all.includes(word)) return 0;
    if (title.startsWith(word)) continue;
    if (startsSomeWord(title, word)) score *= 0.9;
    else if (title.includes(word)) score *= 0.6;
    else score *= 0.4;
  }
  return score;
}

const startsSomeWord = (text: string, word: string) =>
  text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word));
