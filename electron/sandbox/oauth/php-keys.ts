// Keys of PHP arrays: which of them stop being texts, and how `ksort` orders those that stay texts.

/** True for a text that PHP turns into a number as soon as it is a key: a whole number written the shortest way. */
export function isIntegerKey(name: string): boolean {
  return /^(?:0|-?[1-9]\d{0,18})$/.test(name) && BigInt(name) === BigInt.asIntN(64, BigInt(name));
}

const numericText = /^[ \t\n\r\v\f]*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[ \t\n\r\v\f]*$/;

/** By bytes, save that two texts which both read as numbers (`1e1`, `9.5`) compare as numbers. */
export function compareKeys(left: string, right: string): number {
  if (numericText.test(left) && numericText.test(right)) return Number(left) - Number(right);
  return left < right ? -1 : left > right ? 1 : 0;
}
