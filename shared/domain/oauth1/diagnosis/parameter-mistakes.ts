// Mistakes of which parameters are signed: forgotten ones, and ones that do not belong.
import { decodeUtf8, encodeUtf8 } from '../../../kernel/byte-string.ts';
import { readFormPairs } from '../form-pairs.ts';
import type { EncodedParameter } from '../parameters.ts';
import { prepareSignature } from '../prepare-signature.ts';
import { serverProfileIds } from '../server-profile-id.ts';
import { serverProfiles } from '../server-profiles.ts';
import { toSigningInput } from './diagnosis-subject.ts';
import { flattenJson } from './flatten-json.ts';
import { arrange, encodeParameter, type Mistake, type SigningParts, type Variation } from './signing-parts.ts';

const withParameters = (parameters: readonly EncodedParameter[], detail: string): Variation => ({
  change: { parameters },
  detail,
});

/** The parts with further parameters among the others. */
function add(
  { profile, parameters }: SigningParts,
  further: readonly (readonly [name: string, value: string])[],
  detail: string,
): Variation {
  const added = further.map(([name, value]) =>
    encodeParameter(profile, { name: encodeUtf8(name), value: encodeUtf8(value), origin: 'body' }),
  );
  return withParameters(arrange(profile, [...parameters, ...added]), detail);
}

/** Mistakes of which parameters are signed. */
export const parameterMistakes: readonly Mistake[] = [
  {
    finding: 'query-left-out',
    vary: ({ parameters }) =>
      parameters.some(({ origin }) => origin === 'query')
        ? [
            withParameters(
              parameters.filter(({ origin }) => origin !== 'query'),
              'The parameters of the query were not signed; they belong into the base string with the others.',
            ),
          ]
        : [],
  },
  {
    finding: 'empty-values-left-out',
    vary: ({ parameters }) => [
      withParameters(
        parameters.filter(({ value }) => value !== ''),
        'Parameters with an empty value were left out; they are signed as “name=”.',
      ),
    ],
  },
  {
    finding: 'body-left-out',
    vary: ({ parameters }) =>
      parameters.some(({ origin }) => origin === 'body')
        ? [
            withParameters(
              parameters.filter(({ origin }) => origin !== 'body'),
              'The fields of the form were not signed; a form body takes part.',
            ),
          ]
        : [],
  },
  {
    finding: 'wrong-timestamp',
    vary: ({ profile, parameters }) =>
      [(seconds: number) => seconds * 1000, (seconds: number) => Math.floor(seconds / 1000)].map((change) =>
        withParameters(
          parameters.map((parameter) =>
            parameter.name === 'oauth_timestamp'
              ? encodeParameter(profile, { ...parameter, value: String(change(Number(parameter.value))) })
              : parameter,
          ),
          'Another timestamp was signed than was sent: one in seconds, the other in milliseconds.',
        ),
      ),
  },
  {
    finding: 'parameter-forgotten',
    vary: ({ parameters }) =>
      parameters.map((forgotten) =>
        withParameters(
          parameters.filter((parameter) => parameter !== forgotten),
          `The parameter “${decodeUtf8(forgotten.name)}” was sent but not signed.`,
        ),
      ),
  },
  {
    finding: 'parameter-not-sent',
    vary: (parts, { authorization, secrets }) => {
      const has = (wanted: string): boolean => authorization.parameters.some(([name]) => name === wanted);
      const candidates: [string, string][] = [
        ['oauth_version', '1.0'],
        ['oauth_token', secrets.token ?? ''],
        ['oauth_token', ''],
        ['oauth_callback', 'oob'],
        ['oauth_verifier', ''],
      ];
      return candidates
        .filter(([name]) => !has(name))
        .map((pair) => add(parts, [pair], `The parameter “${pair[0]}” was signed but does not stand in the header.`));
    },
  },
  {
    finding: 'realm-signed',
    vary: (parts, { authorization: { realm } }) =>
      realm === null ? [] : [add(parts, [['realm', realm]], 'The realm was signed; it never takes part.')],
  },
  {
    finding: 'signature-signed',
    vary: (parts, { authorization: { signature } }) =>
      ['', signature ?? ''].map((value) =>
        add(parts, [['oauth_signature', value]], 'oauth_signature was signed; it never takes part.'),
      ),
  },
  {
    finding: 'body-signed',
    vary: (parts, { subject: { body } }) => {
      if (!body || parts.parameters.some(({ origin }) => origin === 'body')) return [];
      const detail = 'The body was signed. Only form bodies take part; JSON and XML never do.';
      const form = readFormPairs(body.text, 'body').parameters.map(({ name, value }): [string, string] => [
        decodeUtf8(name),
        decodeUtf8(value),
      ]);
      const fields = flattenJson(body.text);
      return [
        ...fields.map((list) => add(parts, list, detail)),
        add(parts, form, detail),
        add(parts, [[body.text, '']], detail),
        add(parts, [['', body.text]], detail),
        add(parts, [['body', body.text]], detail),
      ];
    },
  },
  {
    finding: 'repeated-name',
    vary: ({ profile, parameters }, { subject }) => {
      const pairs = readFormPairs(/\?([^#]*)/.exec(subject.url)?.[1] ?? '', 'query').parameters;
      const byName = new Map<string, string[]>();
      for (const { name, value } of pairs) byName.set(name, [...(byName.get(name) ?? []), value]);
      const others = parameters.filter(({ origin }) => origin !== 'query');
      const joins = [
        (values: string[]) => values[0],
        (values: string[]) => values.at(-1),
        (values: string[]) => values.join(','),
      ];
      if (byName.size === pairs.length) return [];
      return joins.map((join) => {
        const joined = [...byName].map(([name, values]) =>
          encodeParameter(profile, { name, value: join(values) ?? '', origin: 'query' }),
        );
        return withParameters(
          arrange(profile, [...others, ...joined]),
          'Of a repeated name, another value was signed than the server takes. Give each its own name, as ids[0] and ids[1].',
        );
      });
    },
  },
  {
    finding: 'query-reading',
    vary: ({ profile }, { subject, authorization }) =>
      serverProfileIds
        .filter((other) => other !== profile)
        .flatMap((other) => {
          const read = prepareSignature(toSigningInput(subject, authorization, other));
          const own = prepareSignature(toSigningInput(subject, authorization, profile));
          if (!read.ok) return [];
          const parameters = read.value.parameters.map((parameter) => encodeParameter(profile, parameter));
          const [deviation] = own.ok ? own.value.deviations.filter(({ effect }) => effect !== 'reordered') : [];
          const why = deviation ? ` ${deviation.text}: ${deviation.remark}` : '';
          return [
            withParameters(
              arrange(profile, parameters),
              `The parameters were read as ${serverProfiles[other].label} reads them, which this server does not.${why}`,
            ),
          ];
        }),
  },
];
