const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

function digitRun(text: string, start: number): string {
  let end = start;
  while (isDigit(text[end])) end += 1;
  return text.slice(start, end);
}

/** Numbers that start with a zero are compared digit by digit like decimal places, others by their value. */
function compareRuns(left: string, right: string): number {
  const isFraction = left.startsWith('0') || right.startsWith('0');
  if (!isFraction && left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : left > right ? 1 : 0;
}

function skipLeadingZeros(text: string): number {
  let start = 0;
  while (text[start] === '0' && isDigit(text[start + 1])) start += 1;
  return start;
}

/**
 * Compares two names in the natural order of PHP's `strnatcmp`: runs of digits by value, everything else by byte.
 * Expects percent-encoded names, so there is no white space to skip.
 */
export function compareNaturally(left: string, right: string): number {
  let leftIndex = skipLeadingZeros(left);
  let rightIndex = skipLeadingZeros(right);
  while (leftIndex < left.length && rightIndex < right.length) {
    const leftRun = digitRun(left, leftIndex);
    const rightRun = digitRun(right, rightIndex);
    if (leftRun !== '' && rightRun !== '') {
      const order = compareRuns(leftRun, rightRun);
      if (order !== 0) return order;
      leftIndex += leftRun.length;
      rightIndex += rightRun.length;
    } else {
      const difference = left.charCodeAt(leftIndex) - right.charCodeAt(rightIndex);
      if (difference !== 0) return difference;
      leftIndex += 1;
      rightIndex += 1;
    }
  }
  return left.length - leftIndex - (right.length - rightIndex);
}
