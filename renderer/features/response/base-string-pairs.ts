/**
 * The third part of a base string, broken at its encoded `&` (`%26`): the pairs as they were joined, still encoded once
 * as they stand in the header or the URL (RFC 5849 §3.4.1.3.2).
 */
export function baseStringPairs(parameters: string): string[] {
  return parameters.split('%26').map(decodeOnce);
}

/** Undoes one percent-encoding; a broken escape stays as it is. */
export function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
