// A body as rows of equal height: long lines are cut at the width of the view, so that a megabyte on one line scrolls as
// well as a megabyte of lines, and nothing but the rows in sight is ever drawn.

/** Rows by the offset of their first character; `lines` has the line's number, or 0 for the rest of a long line. */
export interface BodyRows {
  readonly starts: readonly number[];
  readonly lines: readonly number[];
  readonly lineCount: number;
}

/** Cuts a text into rows of at most `columns` UTF-16 units. */
export function splitRows(text: string, columns: number): BodyRows {
  const starts: number[] = [];
  const lines: number[] = [];
  let lineCount = 0;
  for (let start = 0; start <= text.length;) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak < 0 ? text.length : lineBreak;
    lineCount += 1;
    starts.push(start);
    lines.push(lineCount);
    for (let cut = start + columns; cut < end; cut += columns) {
      starts.push(cut);
      lines.push(0);
    }
    if (lineBreak < 0) break;
    start = end + 1;
  }
  return { starts, lines, lineCount };
}

/** The text of one row, without its line break. */
export function rowRange(rows: BodyRows, index: number, textLength: number): readonly [start: number, end: number] {
  const start = rows.starts[index] ?? 0;
  const next = rows.starts[index + 1];
  if (next === undefined) return [start, textLength];
  return [start, rows.lines[index + 1] === 0 ? next : next - 1];
}

/** The row in which a character stands. */
export function rowOfOffset({ starts }: BodyRows, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a word occurs, without regard to case, in order; at most `limit` of them. */
export function findMatches(text: string, word: string, limit = 10_000): number[] {
  if (word === '') return [];
  const matches: number[] = [];
  const pattern = new RegExp(word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
  for (let match = pattern.exec(text); match && matches.length < limit; match = pattern.exec(text)) {
    matches.push(match.index);
  }
  return matches;
}

/** The number of lines of a text, an empty last one included. */
export function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
