/** The rows with one of them `step` places on; the same rows where there is no such place. */
export function moveRow<T>(rows: readonly T[], index: number, step: number): readonly T[] {
  const row = rows[index];
  const to = index + step;
  if (row === undefined || to < 0 || to >= rows.length) return rows;
  return rows.toSpliced(index, 1).toSpliced(to, 0, row);
}
