import { expect, test } from 'vitest';
import type { Environment } from '#shared/domain/environment/environment.ts';
import type { Request } from '#shared/domain/http/request.ts';
import type { IdentityKind } from '#shared/domain/identity/identity.ts';
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import { checkRequest } from './check-request.ts';
import { lintRequest } from './lint-request.ts';
import { writeRequest } from './written-request.ts';

const request = (names: readonly string[], more: Partial<Request> = {}): Request => ({
  method: 'GET',
  url: '{{base}}/rest/V1/products',
  parameters: names.map((name) => ({ name, value: '1', isEnabled: true })),
  headers: [],
  body: { kind: 'none' },
  sendAs: null,
  isExact: false,
  timeoutMs: 0,
  notes: '',
  ...more,
});
interface Store {
  readonly profile: ServerProfileId;
  readonly identityKind: IdentityKind;
}

const groups = (count: number) =>
  Array.from({ length: count }, (_, index) => `searchCriteria[filter_groups][${index}][filters][0][field]`);
const scope = new Map([['base', 'http://store.test']]);
const titles = (input: Request, { profile = 'magento-2.4.4', identityKind = 'integration' }: Partial<Store> = {}) => {
  const environment = { baseUrl: 'http://store.test', storeCode: '', profile } as Environment;
  const written = writeRequest(input, environment, scope);
  const marks = written && identityKind === 'integration' ? lintRequest(input, written, environment) : [];
  return checkRequest({ request: input, scope, environmentName: 'Store', profile, identityKind, marks }).map(
    ({ tone, title }) => `${tone}: ${title}`,
  );
};

test.each<readonly [string, Request, Partial<Store>, readonly string[]]>([
  ['nothing to say', request(groups(10)), {}, []],
  ['twelve groups', request(groups(12)), {}, ['info: More than ten indexes']],
  ['twelve groups by the RFC', request(groups(12)), { profile: 'rfc5849' }, ['warning: More than ten indexes']],
  ['twelve groups unsigned', request(groups(12)), { identityKind: 'admin' }, []],
  ['equal widths', request(['a[10]', 'a[11]']), {}, []],
  ['a repeated name', request(['a', 'b', 'a']), {}, ['warning: Repeated name']],
  ['a list', request(['a[]', 'a[]']), {}, []],
  ['a flag, written portably', request(['flag', 'a']), {}, []],
  ['a dot', request(['a', 'b.c']), { profile: 'magento-next' }, ['info: Read otherwise']],
  ['a number', request(['5']), { profile: 'magento-next' }, ['warning: Answered with 500']],
  ['oauth_ in a name', request(['a', 'oauth_token']), {}, ['warning: Not signed']],
  ['oauth_ in a name, unsigned', request(['oauth_token']), { identityKind: 'admin' }, []],
  ['raw characters', request(['{a}'], { isExact: true }), {}, ['warning: Answered with 500']],
  ['an unknown variable', request([], { url: '{{bsae}}/x' }), {}, ['warning: Unknown variable']],
  [
    'a variable of a switched-off row',
    request([], { headers: [{ name: 'X', value: '{{nope}}', isEnabled: false }] }),
    {},
    [],
  ],
])('%s', (_, input, more, expected) => {
  expect(titles(input, more)).toEqual(expected);
});
