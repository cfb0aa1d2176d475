import { type Country, listCountries, listRegions } from '../../data/countries.ts';
import { type Fields, readText } from '../arguments.ts';
import { RestFault } from '../rest-fault.ts';
import type { Route } from '../route.ts';

function renderCountry({ id, longCode, name }: Country): Fields {
  const regions = listRegions()
    .filter(({ countryId }) => countryId === id)
    .map((region) => ({ id: region.id, code: region.code, name: region.name }));
  return {
    id,
    two_letter_abbreviation: id,
    three_letter_abbreviation: longCode,
    full_name_locale: name,
    full_name_english: name,
    ...(regions.length > 0 && { available_regions: regions }),
  };
}

/** Countries and currency, open to everybody. */
export const directoryRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/V1/directory/currency', handle: ({ state }) => state.seed.currency },
  { method: 'GET', pattern: '/V1/directory/countries', handle: () => listCountries().map(renderCountry) },
  {
    method: 'GET',
    pattern: '/V1/directory/countries/:countryId',
    handle: ({ input }) => {
      const country = listCountries().find(({ id }) => id === readText(input['countryId']));
      if (!country) throw new RestFault(404, { message: "The country isn't available." });
      return renderCountry(country);
    },
  },
];
