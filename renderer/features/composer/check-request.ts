// What is worth a word before Send. Remarks never forbid: the store has the last say.
import { formatQuery } from '#shared/domain/http/parameters.ts';
import type { Request } from '#shared/domain/http/request.ts';
import type { IdentityKind } from '#shared/domain/identity/identity.ts';
import { lintSigning } from '#shared/domain/oauth1/lint-signing.ts';
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import type { SigningInput } from '#shared/domain/oauth1/signing-input.ts';
import type { SigningRemark } from '#shared/domain/oauth1/signing-remark.ts';
import { resolveVariables } from '#shared/domain/variables/resolve.ts';

export interface RequestRemark {
  readonly tone: 'warning' | 'info';
  readonly title: string;
  readonly text: string;
  /** The row of the parameter table that it is about; absent where it is about none, or about several. */
  readonly parameterIndex?: number;
}

interface CheckInput {
  readonly request: Request;
  readonly scope: ReadonlyMap<string, string>;
  readonly environmentName: string;
  readonly profile: ServerProfileId;
  readonly identityKind: IdentityKind | null;
}

export function checkRequest(input: CheckInput): RequestRemark[] {
  return [...checkVariables(input), ...checkRepeatedNames(input), ...checkSigning(input), ...checkIndexes(input)];
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

/** What a signature needs beside the query; nothing of it is looked at here, and the page knows no secret. */
const anyIntegration: Omit<SigningInput, 'profile' | 'method' | 'url'> = {
  headers: [],
  body: null,
  consumerKey: 'k'.repeat(32),
  consumerSecret: 'secret',
  token: 't'.repeat(32),
  tokenSecret: 'secret',
  nonce: 'nonce',
  timestamp: '1',
  signatureMethod: 'HMAC-SHA256',
  version: '1.0',
};

const effects: Readonly<Record<SigningRemark['effect'], Pick<RequestRemark, 'tone' | 'title'>>> = {
  ignored: { tone: 'warning', title: 'Not signed' },
  misread: { tone: 'info', title: 'Read otherwise' },
  reordered: { tone: 'info', title: 'Other order' },
  refused: { tone: 'warning', title: 'Refused' },
  broken: { tone: 'warning', title: 'Answered with 500' },
};

/** What the profile does to single parameters. Repeated names and the order have remarks of their own. */
function checkSigning({ request, scope, profile, identityKind }: CheckInput): RequestRemark[] {
  const query = formatQuery(request.parameters);
  if (identityKind !== 'integration' || query === null) return [];
  const resolved = resolveVariables(query, scope);
  const url = `https://store.invalid/?${resolved.ok ? resolved.value : query}`;
  const { method, isExact } = request;
  const rows = [...request.parameters.entries()].filter(([, { isEnabled }]) => isEnabled);
  const nameAt = (index: number): string | undefined => rows[index]?.[1].name;
  const isRepeated = (index: number): boolean =>
    rows.filter(([, { name }]) => name === nameAt(index)).length > 1 && nameAt(index)?.endsWith('[]') === false;
  return lintSigning({ ...anyIntegration, profile, method, url }, { isExact }).flatMap((remark) => {
    const { effect, pairIndex, text } = remark;
    if (pairIndex === null || effect === 'reordered' || isRepeated(pairIndex)) return [];
    const parameterIndex = rows[pairIndex]?.[0];
    const about = parameterIndex === undefined ? {} : { parameterIndex };
    return [{ ...effects[effect], text: `“${text}”: ${remark.remark}`, ...about }];
  });
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
