// What we hold files to: small, plainly named, and coloured by tokens only.

export const sizeLimits = { median: 80, ninth: 250, most: 400 };

/** @typedef {{ readonly path: string, readonly lines: number }} MeasuredFile */

const vagueNames = /(^|[-.])(utils?|helpers?|common|managers?|misc)([-.]|$)/;
// Kebab-case words with numbers, then what tells the kind of file: `.test.ts`, `.module.css`.
const plainName = /^[a-z0-9]+([-.][a-z0-9]+)*(\.(test|spec|module|config|d))?\.(ts|tsx|css|mjs|cjs)$/;
const rawColour = /#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|oklch|oklab|lch|lab)\(/i;

/**
 * @param {readonly number[]} values
 * @param {number} share 0.5 is the median
 */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/**
 * @param {MeasuredFile} file
 * @returns {string[]} problems
 */
export function judgeSize({ path, lines }) {
  if (lines <= sizeLimits.most) return [];
  return [`${path} has ${lines} lines; ${sizeLimits.most} are the most. Split it by what it does.`];
}

/**
 * @param {readonly number[]} lines of every file
 * @returns {string[]} problems
 */
export function judgeSizes(lines) {
  const problems = [];
  const median = percentile(lines, 0.5);
  if (median > sizeLimits.median)
    problems.push(`The median file has ${median} lines; ${sizeLimits.median} are the most.`);
  const ninth = percentile(lines, 0.9);
  if (ninth > sizeLimits.ninth) problems.push(`One file in ten has more than ${sizeLimits.ninth} lines (${ninth}).`);
  return problems;
}

/**
 * @param {string} path
 * @returns {string[]} problems
 */
export function judgeName(path) {
  const name = path.split('/').at(-1) ?? '';
  if (!plainName.test(name)) return [`${path} is not in kebab-case.`];
  return vagueNames.test(name) ? [`${path} has a name that says nothing; name it for what it does.`] : [];
}

/**
 * @param {string} path of a style sheet
 * @param {string} text
 * @returns {string[]} problems
 */
export function judgeColours(path, text) {
  return text
    .split('\n')
    .flatMap((line, index) =>
      rawColour.test(line) ? [`${path}:${index + 1} has a colour of its own; use a token.`] : [],
    );
}
