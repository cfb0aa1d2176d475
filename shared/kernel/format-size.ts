import { roundToThreeDigits } from './round-digits.ts';

const units = ['kB', 'MB', 'GB', 'TB'] as const;

/** A size for people to read, in decimal units: `812 B`, `12.4 kB`, `1.20 MB`. */
export function formatSize(sizeBytes: number): string {
  let value = sizeBytes;
  let unit: string = 'B';
  for (const next of units) {
    // 999.6 would be printed as 1000.
    if (Math.round(value) < 1000) break;
    value /= 1000;
    unit = next;
  }
  return `${unit === 'B' ? Math.round(value) : roundToThreeDigits(value)} ${unit}`;
}
