/** A stretch of a base string up to its next `&`, encoded or not, and where the stretch begins in it. */
export interface BaseStringLine {
  readonly text: string;
  readonly start: number;
}

/** Breaks a base string before each `&` between its parts and between its parameters, as it stands: nothing is decoded. */
export function baseStringLines(baseString: string): BaseStringLine[] {
  let start = 0;
  return baseString.split(/(?=&|%26)/).map((text) => {
    const line = { text, start };
    start += text.length;
    return line;
  });
}

/** The lines around the one in which two base strings differ, and how many are left out on each side. */
export function cutAround(lines: readonly BaseStringLine[], differsAt: number | null) {
  const found = differsAt === null ? 0 : lines.findLastIndex(({ start }) => start <= differsAt);
  const from = Math.max(0, found - 1);
  const shown = lines.slice(from, found + 3);
  return { before: from, shown, after: lines.length - from - shown.length };
}

export interface BaseStringPlace {
  /** The method, the URL, or which parameter by its number. */
  readonly part: string;
  /** The parameter’s name, decoded; empty where there is none. */
  readonly name: string;
}

const partNames = ['the method', 'the URL'] as const;

/** Tells in which part of a base string a place lies. */
export function findPlace(baseString: string, differsAt: number): BaseStringPlace {
  const lines = baseStringLines(baseString);
  const found = lines.findLastIndex(({ start }) => start <= differsAt);
  const part = partNames[found];
  if (part !== undefined) return { part, name: '' };
  const [name = ''] = (lines[found]?.text ?? '').replace(/^(?:&|%26)/, '').split(/%3D|=/, 1);
  return { part: `parameter ${found - 1}`, name: decodeTwice(name) };
}

/** Says where two base strings first differ; `byte` counts from 1. */
export function tellDifference(expected: BaseStringPlace, actual: BaseStringPlace, byte: number): string {
  if (expected.part !== actual.part) {
    return `The first difference is at byte ${byte}, in ${writePlace(expected)} of the server’s and in ${writePlace(actual)} of what was signed.`;
  }
  if (expected.name === actual.name) return `The first difference is in ${writePlace(expected)}, at byte ${byte}.`;
  return `The first difference is in ${expected.part}, at byte ${byte}: the server has “${expected.name}” there, “${actual.name}” was signed.`;
}

const writePlace = ({ part, name }: BaseStringPlace): string => (name === '' ? part : `${part} (“${name}”)`);

/** The character at a place, or the whole escape that it belongs to; empty where the text has ended. */
export function markAt(text: string, place: number): { readonly from: number; readonly to: number } {
  const escape = [...text.matchAll(/%(?:25)*[0-9A-F]{2}/gi)].find(
    ({ index, 0: { length } }) => index <= place && place < index + length,
  );
  return escape ? { from: escape.index, to: escape.index + escape[0].length } : { from: place, to: place + 1 };
}

function decodeTwice(text: string): string {
  try {
    return decodeURIComponent(decodeURIComponent(text));
  } catch {
    return text;
  }
}
