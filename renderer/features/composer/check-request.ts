// What is worth a word before Send. Remarks never forbid: the store has the last say.
import type { Request } from '#shared/domain/http/request.ts';
import type { IdentityKind } from '#shared/domain/identity/identity.ts';
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import { resolveVariables } from '#shared/domain/variables/resolve.ts';
import type { SigningMark } from './lint-request.ts';

export interface RequestRemark {
  readonly tone: 'warning' | 'info';
  readonly title: string;
  readonly text: string;
}

interface CheckInput {
  readonly request: Request;
  readonly scope: ReadonlyMap<string, string>;
  readonly environmentName: string;
  readonly profile: ServerProfileId;
  readonly identityKind: IdentityKind | null;
  /** What the lint says of the signature; empty where nothing is signed. */
  readonly marks: readonly SigningMark[];
}

export function checkRequest(input: CheckInput): RequestRemark[] {
  return [...checkVariables(input), ...checkRepeatedNames(input), ...tellMarks(input), ...checkIndexes(input)];
}

function textsOf({ url, parameters, headers, body }: Request): string[] {
  return [
    url,
    ...parameters.filter(({ isEnabled }) => isEnabled).flatMap(({ name, value }) => [name, value ?? '']),
    ...headers.filter(({ isEnabled }) => isEnabled).flatMap(({ name, value }) => [name, value]),
    body.kind === 'none' ? '' : body.text,
  ];
}

function checkVariables({ request, scope, environmentName }: CheckInput): RequestRemark[] {
  const resolved = resolveVariables(textsOf(request).join('\n'), scope);
  if (resolved.ok) return [];
  const { unknown, cycles } = resolved.error;
  const remarks: RequestRemark[] = [];
  if (unknown.length > 0) {
    const names = unknown.map((name) => `{{${name}}}`).join(', ');
    remarks.push({
      tone: 'warning',
      title: unknown.length === 1 ? 'Unknown variable' : 'Unknown variables',
      text: `${environmentName} has no ${names}. Add it to the environment or correct its name.`,
    });
  }
  if (cycles.length > 0) {
    remarks.push({ tone: 'warning', title: 'Circular variables', text: `${cycles.join('; ')} never ends.` });
  }
  return remarks;
}

/** Magento counts the last of a repeated name (PHP's `parse_str`), save for names that end in `[]`. */
function checkRepeatedNames({ request }: CheckInput): RequestRemark[] {
  const names = request.parameters.filter(({ isEnabled }) => isEnabled).map(({ name }) => name);
  const repeated = [...new Set(names.filter((name, at) => !name.endsWith('[]') && names.indexOf(name) !== at))];
  if (repeated.length === 0) return [];
  return [
    { tone: 'warning', title: 'Repeated name', text: `Magento counts only the last “${repeated.join('”, “')}”.` },
  ];
}

/** Indexes of unequal width sort differently by RFC 5849 and by Magento's `strnatcmp`. */
function checkIndexes({ request, profile, identityKind }: CheckInput): RequestRemark[] {
  if (identityKind !== 'integration') return [];
  const widths = new Map<string, Set<number>>();
  for (const { name } of request.parameters.filter(({ isEnabled }) => isEnabled)) {
    for (const match of name.matchAll(/\[(\d+)\]/g)) {
      const family = name.slice(0, match.index);
      widths.set(family, (widths.get(family) ?? new Set()).add(match[0].length));
    }
  }
  if (![...widths.values()].some((set) => set.size > 1)) return [];
  return profile === 'rfc5849'
    ? [
        {
          tone: 'warning',
          title: 'More than ten indexes',
          text: 'The profile rfc5849 signs [10] before [2], which Magento refuses. Choose magento-2.4.4 for this environment.',
        },
      ]
    : [
        {
          tone: 'info',
          title: 'More than ten indexes',
          text: `RFC 5849 order would be refused here. Signed in the order that ${profile} verifies.`,
        },
      ];
}

const effects: Readonly<Record<SigningMark['effect'], Pick<RequestRemark, 'tone' | 'title'>>> = {
  ignored: { tone: 'warning', title: 'Not signed' },
  misread: { tone: 'info', title: 'Read otherwise' },
  reordered: { tone: 'info', title: 'Other order' },
  refused: { tone: 'warning', title: 'Refused' },
  broken: { tone: 'warning', title: 'Answered with 500' },
};

/** One line for each effect; repeated names and indexes have lines of their own. */
function tellMarks({ request, marks }: CheckInput): RequestRemark[] {
  const names = request.parameters.filter(({ isEnabled }) => isEnabled).map(({ name }) => name);
  const isRepeated = ({ rowIndex }: SigningMark) => {
    const name = rowIndex === null ? undefined : request.parameters[rowIndex]?.name;
    return name !== undefined && names.indexOf(name) !== names.lastIndexOf(name);
  };
  const told = marks.filter((mark) => mark.effect !== 'reordered' && !(mark.effect === 'ignored' && isRepeated(mark)));
  return [...new Set(told.map(({ effect }) => effect))].flatMap((effect): RequestRemark[] => {
    const [first, ...others] = told.filter((mark) => mark.effect === effect);
    if (!first) return [];
    const more = others.length === 0 ? '' : ` ${others.length} more marked below.`;
    return [{ ...effects[effect], text: `“${first.text}”: ${first.sentence}${more}` }];
  });
}
