/** Three significant digits for a number from 1 to 999: `1.24`, `12.4`, `124`. */
export function roundToThreeDigits(value: number): string {
  if (value < 9.995) return value.toFixed(2);
  return value.toFixed(value < 99.95 ? 1 : 0);
}
