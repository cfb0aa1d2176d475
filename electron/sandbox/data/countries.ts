import countryFacts from '../facts/countries.json' with { type: 'json' };

export interface Region {
  readonly countryId: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
}
export interface Country {
  readonly id: string;
  readonly longCode: string;
  readonly name: string;
}

/** Splits a line of facts at its first spaces; the last part keeps those in it. */
function splitWords(line: string, count: number): string[] {
  const words = line.split(' ');
  return [...words.slice(0, count - 1), words.slice(count - 1).join(' ')];
}

export function listCountries(): Country[] {
  return countryFacts.countries.map((line) => {
    const [id = '', longCode = '', name = ''] = splitWords(line, 3);
    return { id, longCode, name };
  });
}

export function listRegions(): Region[] {
  return countryFacts.regions.map((line) => {
    const [countryId = '', id = '', code = '', name = ''] = splitWords(line, 4);
    return { countryId, id, code, name };
  });
}
