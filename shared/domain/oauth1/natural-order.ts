// The order of PHP's strnatcmp, by which Magento sorts encoded parameter names before it signs: runs of digits compare as
// numbers (`a2` before `a10`), runs that begin with 0 digit by digit as after a decimal point (`a002`, `a01`, `a1`). Written
// to agree with PHP also where that is odd: zeros are skipped at the very beginning only, and `01` equals `1`.

const zero = 48;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/**
 * Compares two byte strings as PHP's `strnatcmp` (ext/standard/strnatcmp.c) does.
 *
 * @returns a negative number, 0 or a positive number; 0 does not mean that the strings are the same.
 */
export function compareNaturally(left: string, right: string): number {
  if (left === '' || right === '') return Math.sign(left.length - right.length);
  let i = skipLeadingZeros(left);
  let j = skipLeadingZeros(right);
  for (;;) {
    i = skipSpaces(left, i);
    j = skipSpaces(right, j);
    if (isDigit(codeAt(left, i)) && isDigit(codeAt(right, j))) {
      const run = compareDigits({ left, right, i, j });
      if (run.order !== 0) return run.order;
      ({ i, j } = run);
      if (i >= left.length || j >= right.length) return orderOfEnds(i >= left.length, j >= right.length);
    }
    const difference = codeAt(left, i) - codeAt(right, j);
    if (difference !== 0) return Math.sign(difference);
    i += 1;
    j += 1;
    if (i >= left.length || j >= right.length) return orderOfEnds(i >= left.length, j >= right.length);
  }
}

/** The code unit at an index; 0 behind the end, where PHP's strings have their terminator. */
const codeAt = (text: string, index: number): number => (index < text.length ? text.charCodeAt(index) : 0);

/** Whoever ends first comes first. */
function orderOfEnds(isLeftDone: boolean, isRightDone: boolean): number {
  if (isLeftDone && isRightDone) return 0;
  return isLeftDone ? -1 : 1;
}

function skipLeadingZeros(text: string): number {
  let index = 0;
  while (codeAt(text, index) === zero && isDigit(codeAt(text, index + 1))) index += 1;
  return index;
}

function skipSpaces(text: string, start: number): number {
  let index = start;
  while (isSpace(codeAt(text, index))) index += 1;
  return index;
}

interface DigitRuns {
  readonly left: string;
  readonly right: string;
  readonly i: number;
  readonly j: number;
}

/** Compares two runs of digits that begin at `i` and `j`; with order 0 the new `i` and `j` stand behind the runs. */
function compareDigits({ left, right, i, j }: DigitRuns): { order: number; i: number; j: number } {
  const isFraction = codeAt(left, i) === zero || codeAt(right, j) === zero;
  let firstDifference = 0;
  for (; ; i += 1, j += 1) {
    const a = codeAt(left, i);
    const b = codeAt(right, j);
    if (!isDigit(a) && !isDigit(b)) return { order: firstDifference, i, j };
    if (!isDigit(a)) return { order: -1, i, j };
    if (!isDigit(b)) return { order: 1, i, j };
    // Of two whole numbers the longer one is greater, so their first difference has to wait for the end of the runs.
    if (firstDifference === 0) firstDifference = Math.sign(a - b);
    if (isFraction && firstDifference !== 0) return { order: firstDifference, i, j };
  }
}
