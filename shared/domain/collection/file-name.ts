// File names from what people call their requests. They must be names on every system, so that a collection under git
// can be checked out anywhere.

const longestStem = 80;

const forbidden = /[<>:"/\\|?*\u0000-\u001f\u007f]+/g;
/** Windows' device names, with any extension. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/**
 * A file name for a name, in lower case with hyphens, that none in `taken` equals without case: “One product” gives
 * `one-product.yml`, then `one-product-2.yml`.
 */
export function fileNameFor(name: string, extension: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((other) => other.normalize('NFC').toLowerCase()));
  const stem = stemOf(name);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? `${stem}${extension}` : `${stem}-${number}${extension}`;
    if (!used.has(candidate)) return candidate;
  }
}

function stemOf(name: string): string {
  const words = name.normalize('NFC').toLowerCase().replace(forbidden, ' ').trim().split(/\s+/);
  // Code points, so that none is cut in half.
  const stem = Array.from(words.join('-'))
    .slice(0, longestStem)
    .join('')
    .replace(/^[.-]+|[. -]+$/g, '');
  if (stem === '') return 'request';
  return reserved.test(stem.replace(/\..*$/s, '')) ? `${stem}-request` : stem;
}
