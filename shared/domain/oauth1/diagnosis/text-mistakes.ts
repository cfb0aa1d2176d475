// Mistakes in joining a base string of the right parts.
import { joinParameters } from '../parameters.ts';
import { percentEncodeBytes } from '../percent-encoding.ts';
import { type Mistake, type SigningParts, type Variation, writeBaseString, writeUrl } from './signing-parts.ts';

const write = (join: (parts: SigningParts) => string, detail: string): Variation => ({
  change: { write: join },
  detail,
});

const lowerEscapes = (text: string): string => text.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());

/** Mistakes of the base string as a whole. */
export const textMistakes: readonly Mistake[] = [
  {
    finding: 'base-string-not-encoded',
    vary: () => {
      const url = (parts: SigningParts): string => percentEncodeBytes(writeUrl(parts));
      const parameters = ({ parameters: list }: SigningParts): string => joinParameters(list);
      return [
        write(
          (parts) => `${parts.method}&${url(parts)}&${parameters(parts)}`,
          'The joined parameters have to be percent-encoded once more as a whole.',
        ),
        write(
          (parts) => `${parts.method}&${writeUrl(parts)}&${percentEncodeBytes(parameters(parts))}`,
          'The URL has to be percent-encoded in the base string.',
        ),
        write(
          (parts) => `${parts.method}&${writeUrl(parts)}&${parameters(parts)}`,
          'URL and parameters have to be percent-encoded in the base string.',
        ),
      ];
    },
  },
  {
    finding: 'lower-case-escapes',
    vary: () => [
      write(
        (parts) => lowerEscapes(writeBaseString(parts)),
        'Percent escapes have to be written with upper-case digits: %2F, not %2f.',
      ),
      write(
        (parts) =>
          writeBaseString({
            ...parts,
            parameters: parts.parameters.map((parameter) => ({
              ...parameter,
              encodedName: lowerEscapes(parameter.encodedName),
              encodedValue: lowerEscapes(parameter.encodedValue),
            })),
          }),
        'Percent escapes of names and values have to be written with upper-case digits: %2F, not %2f.',
      ),
    ],
  },
  {
    finding: 'base-string-encoded-twice',
    vary: () => [
      write(
        (parts) => percentEncodeBytes(writeBaseString(parts)),
        'The whole base string was percent-encoded once more before it was signed.',
      ),
    ],
  },
  {
    finding: 'base-string-parts',
    vary: () => [
      write(
        (parts) => writeBaseString(parts).replace(/^[^&]*&/, ''),
        'The base string begins with the method and “&”.',
      ),
      write((parts) => `${writeBaseString(parts)}%26`, 'A separator too many stands at the end of the parameters.'),
      write((parts) => `${writeBaseString(parts)}&`, 'A separator too many stands at the end of the base string.'),
      write(
        (parts) => writeBaseString(parts).replace(/&(?=[^&]*$)/, ''),
        'The “&” between URL and parameters is missing.',
      ),
    ],
  },
];
