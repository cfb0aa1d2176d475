// `ids[]=1&ids[]=2` repeats a name, and Magento signs only the last of it. PHP counts such brackets up by itself, so writing
// the numbers out means the same and every release agrees on it.
import type { ByteString } from '../../kernel/byte-string.ts';

/** Gives each empty bracket the index that PHP would give it: `ids[]` twice becomes `ids[0]` and `ids[1]`. */
export function writeIndexes(names: readonly ByteString[]): ByteString[] {
  const nextIndexes = new Map<string, number>();
  return names.map((name) => {
    const match = /^([^[]+)((?:\[[^\]]*\])+)(.*)$/s.exec(name);
    if (!match) return name;
    const [, base = '', brackets = '', rest = ''] = match;
    let prefix = base;
    for (const [, key = ''] of brackets.matchAll(/\[([^\]]*)\]/g)) {
      const next = nextIndexes.get(prefix) ?? 0;
      const index = key === '' ? next : readIndex(key);
      if (index !== null && index >= next) nextIndexes.set(prefix, index + 1);
      prefix += `[${key === '' ? next : key}]`;
    }
    return prefix + rest;
  });
}

/** A key that PHP takes for an integer: no sign, no leading zero. */
function readIndex(key: string): number | null {
  return /^(?:0|[1-9]\d{0,14})$/.test(key) ? Number(key) : null;
}
