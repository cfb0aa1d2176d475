// Mistakes of how names and values are encoded, and of their order.
import { decodeUtf8 } from '../../../kernel/byte-string.ts';
import { compareNaturally } from '../natural-order.ts';
import { compareByEncodedBytes, type EncodedParameter, type ParameterOrder } from '../parameters.ts';
import { percentEncodeBytes } from '../percent-encoding.ts';
import { splitPair } from '../form-pairs.ts';
import { arrange, type Mistake, type MistakeContext, type SigningParts, type Variation } from './signing-parts.ts';

type Rewrite = (parameter: EncodedParameter) => Partial<EncodedParameter>;

/** Rewrites all parameters, and those of the query only: most signers treat their own names apart. */
function rewrite({ profile, parameters }: SigningParts, change: Rewrite, detail: string): Variation[] {
  const isQuery = ({ origin }: EncodedParameter): boolean => origin === 'query';
  return [() => true, isQuery].flatMap((concerns) => {
    const changed = parameters.map((parameter) =>
      concerns(parameter) ? { ...parameter, ...change(parameter) } : parameter,
    );
    return [
      { change: { parameters: changed }, detail },
      { change: { parameters: arrange(profile, changed) }, detail },
    ];
  });
}

const both =
  (change: (encoded: string, raw: string) => string): Rewrite =>
  ({ name, value, encodedName, encodedValue }) => ({
    encodedName: change(encodedName, name),
    encodedValue: change(encodedValue, value),
  });

const valueOnly =
  (change: (encoded: string, raw: string) => string): Rewrite =>
  ({ value, encodedValue }) => ({ encodedValue: change(encodedValue, value) });

const marks: Readonly<Record<string, string>> = { '%21': '!', '%2A': '*', '%27': "'", '%28': '(', '%29': ')' };

/** Mistakes of encoding. */
export const encodingMistakes: readonly Mistake[] = [
  {
    finding: 'encoded-twice',
    vary: (parts, context) => {
      const detail = 'Names or values were encoded once too often: the URL’s escapes have to be decoded first.';
      return [
        ...rewrite(parts, both(percentEncodeBytes), detail),
        ...rewrite(parts, valueOnly(percentEncodeBytes), detail),
        ...rewrite(parts, ({ encodedName }) => ({ encodedName: percentEncodeBytes(encodedName) }), detail),
        ...encodeAsSent(parts, context, detail),
      ];
    },
  },
  {
    finding: 'plus-for-space',
    vary: (parts) => {
      const detail =
        'A space has to be signed as %20. “+” is no space in a signature, and Magento takes it for a plus.';
      return [
        ...rewrite(
          parts,
          both((encoded) => encoded.replaceAll('%20', '+')),
          detail,
        ),
        ...rewrite(
          parts,
          both((encoded) => encoded.replaceAll('%20', '%2B')),
          detail,
        ),
        ...rewrite(
          parts,
          both((encoded) => encoded.replaceAll('%2B', '%20')),
          detail,
        ),
        ...rewrite(
          parts,
          both((encoded) => encoded.replaceAll('%2B', '+')),
          detail,
        ),
      ];
    },
  },
  {
    finding: 'brackets-not-encoded',
    vary: (parts) =>
      rewrite(
        parts,
        ({ encodedName }) => ({ encodedName: encodedName.replaceAll('%5B', '[').replaceAll('%5D', ']') }),
        'Brackets in names have to be encoded as %5B and %5D.',
      ),
  },
  {
    finding: 'parameters-not-encoded',
    vary: (parts) => {
      const detail = 'Names and values have to be percent-encoded before they are joined.';
      return [
        ...rewrite(
          parts,
          both((_, raw) => raw),
          detail,
        ),
        ...rewrite(
          parts,
          valueOnly((_, raw) => raw),
          detail,
        ),
        ...rewrite(parts, ({ name }) => ({ encodedName: name }), detail),
      ];
    },
  },
  {
    finding: 'marks-not-encoded',
    vary: (parts) => [
      ...rewrite(
        parts,
        both((encoded) => encoded.replace(/%2[1789A]/g, (escape) => marks[escape] ?? escape)),
        "The characters ! * ' ( ) have to be encoded too; encodeURIComponent leaves them as they are.",
      ),
      ...rewrite(
        parts,
        both((encoded) => encoded.replaceAll('~', '%7E')),
        '“~” is never encoded.',
      ),
    ],
  },
  {
    finding: 'not-utf8',
    vary: (parts) =>
      rewrite(
        parts,
        both((encoded, raw) => encodeLatin1(raw) ?? encoded),
        'Texts have to be encoded as UTF-8.',
      ),
  },
];

/** The pairs of the query as they stand in the URL, encoded without having been decoded. */
function encodeAsSent({ profile, parameters }: SigningParts, { subject }: MistakeContext, detail: string): Variation[] {
  const pairs = (/\?([^#]*)/.exec(subject.url)?.[1] ?? '').split('&');
  const sent = parameters.map((parameter): EncodedParameter => {
    if (parameter.pairIndex === null) return parameter;
    const { name, value } = splitPair(pairs[parameter.pairIndex] ?? '');
    return { ...parameter, encodedName: percentEncodeBytes(name), encodedValue: percentEncodeBytes(value ?? '') };
  });
  return [{ change: { parameters: arrange(profile, sent) }, detail }];
}

/** Null where a text has other characters than Latin-1's. */
function encodeLatin1(bytes: string): string | null {
  const text = decodeUtf8(bytes);
  return /^[\x00-\xff]*$/.test(text) ? percentEncodeBytes(text) : null;
}

interface Order {
  readonly compare: ParameterOrder;
  readonly name: string;
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const orders: readonly Order[] = [
  { compare: compareByEncodedBytes, name: 'by bytes, as RFC 5849 says ([10] before [2])' },
  {
    compare: (left, right) => compareNaturally(left.encodedName, right.encodedName),
    name: 'naturally ([2] before [10])',
  },
  { compare: (left, right) => compareText(left.name, right.name), name: 'by the decoded names' },
  {
    compare: (left, right) => compareNaturally(left.name, right.name),
    name: 'naturally by the decoded names',
  },
  {
    compare: (left, right) => compareText(left.encodedName.toLowerCase(), right.encodedName.toLowerCase()),
    name: 'without regard to case',
  },
  {
    compare: (left, right) =>
      compareText(`${left.encodedName}=${left.encodedValue}`, `${right.encodedName}=${right.encodedValue}`),
    name: 'as “name=value”',
  },
  { compare: (left, right) => -compareByEncodedBytes(left, right), name: 'backwards' },
];

/** Mistakes of the order. */
export const orderMistake: Mistake = {
  finding: 'wrong-order',
  vary: ({ parameters }, context) => [
    ...orders.map(({ compare, name }): Variation => ({
      change: { parameters: [...parameters].sort(compare) },
      detail: `The parameters were sorted ${name}, which is not this server’s order.`,
    })),
    ...listUnsorted(parameters, context),
  ],
};

/** The parameters as they stand in header and query, in each sequence of the two. */
function listUnsorted(parameters: readonly EncodedParameter[], { authorization }: MistakeContext): Variation[] {
  const places = new Map(authorization.parameters.map(([name], index) => [name, index]));
  const header = parameters
    .filter(({ origin }) => origin === 'header')
    .sort((left, right) => (places.get(left.name) ?? 0) - (places.get(right.name) ?? 0));
  const query = parameters
    .filter(({ origin }) => origin === 'query')
    .sort((left, right) => (left.pairIndex ?? 0) - (right.pairIndex ?? 0));
  const body = parameters.filter(({ origin }) => origin === 'body');
  const sorted = { header: [...header].sort(compareByEncodedBytes), query: [...query].sort(compareByEncodedBytes) };
  const sequences = [
    [...header, ...query, ...body],
    [...query, ...header, ...body],
    [...query, ...body, ...header],
    [...sorted.header, ...sorted.query, ...body],
    [...sorted.query, ...sorted.header, ...body],
    [...sorted.header, ...query, ...body],
    [...query, ...sorted.header, ...body],
  ];
  const detail = 'The parameters were not sorted together; header, query and form go into one sorted list.';
  return sequences.map((list) => ({ change: { parameters: list }, detail }));
}
