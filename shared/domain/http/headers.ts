/** One header line as it is written or was received: order, case and duplicates are kept. */
export type HeaderPair = readonly [name: string, value: string];

/** The first value of a header, its name compared without case; undefined where it is absent. */
export function headerValue(headers: readonly HeaderPair[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([candidate]) => candidate.toLowerCase() === wanted)?.[1];
}

/** Every value of a header in order, its name compared without case. */
export function headerValues(headers: readonly HeaderPair[], name: string): string[] {
  const wanted = name.toLowerCase();
  return headers.filter(([candidate]) => candidate.toLowerCase() === wanted).map(([, value]) => value);
}
