import countryFacts from '../../facts/countries.json' with { type: 'json' };
import { type Fields, readText } from '../arguments.ts';
import { RestFault } from '../rest-fault.ts';
import type { Route } from '../route.ts';

/** Splits a line of facts at its first spaces; the last part keeps those in it. */
function splitWords(line: string, count: number): string[] {
  const words = line.split(' ');
  return [...words.slice(0, count - 1), words.slice(count - 1).join(' ')];
}

function readCountry(line: string): Fields {
  const [code = '', longCode = '', name = ''] = splitWords(line, 3);
  const regions = countryFacts.regions
    .map((region) => splitWords(region, 4))
    .filter(([country]) => country === code)
    .map(([, id, regionCode, regionName]) => ({ id, code: regionCode, name: regionName }));
  return {
    id: code,
    two_letter_abbreviation: code,
    three_letter_abbreviation: longCode,
    full_name_locale: name,
    full_name_english: name,
    ...(regions.length > 0 && { available_regions: regions }),
  };
}

/** Countries and currency, open to everybody. */
export const directoryRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/V1/directory/currency', handle: ({ state }) => state.seed.currency },
  { method: 'GET', pattern: '/V1/directory/countries', handle: () => countryFacts.countries.map(readCountry) },
  {
    method: 'GET',
    pattern: '/V1/directory/countries/:countryId',
    handle: ({ input }) => {
      const wanted = readText(input['countryId']);
      const line = countryFacts.countries.find((country) => country.startsWith(`${wanted} `));
      if (!line) throw new RestFault(404, { message: "The country isn't available." });
      return readCountry(line);
    },
  },
];
