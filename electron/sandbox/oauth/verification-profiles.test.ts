import { describe, expect, it } from 'vitest';
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import { oauthGenerations } from '#tests/support/oauth-generations.ts';
import { type OAuthVector, readOAuthVectors } from '#tests/support/oauth-vectors.ts';
import { readTarget } from '#tests/support/raw-http.ts';
import { findHeader, type SandboxRequest, splitTarget } from '../message.ts';
import { buildBaseString, readSentUrl } from './base-string.ts';
import { findOauthText } from './protocol-parameters.ts';
import { verificationProfiles } from './verification-profiles.ts';

function toRequest(vector: OAuthVector): SandboxRequest {
  const target = readTarget(vector.url);
  return {
    method: vector.method,
    target,
    ...splitTarget(target),
    headers: [...vector.requestHeaders, ['Authorization', vector.authorizationHeader]],
    body: Buffer.from(vector.body ?? '', 'utf8'),
    isSecure: findHeader(vector.requestHeaders, 'x-forwarded-proto') === 'https',
  };
}

function buildServerBaseString(vector: OAuthVector, id: ServerProfileId): string | null {
  const profile = verificationProfiles[id];
  const request = toRequest(vector);
  const authorization = findOauthText(vector.authorizationHeader) ?? '';
  const isForm = findHeader(request.headers, 'content-type')?.startsWith('application/x-www-form-urlencoded');
  const form = isForm ? Buffer.from(request.body).toString('latin1') : null;
  const parameters = profile.read({ authorization, query: request.query, form });
  const url = profile.normalizeUrl(readSentUrl(request));
  return parameters && buildBaseString(request.method, url, parameters.signed);
}

describe.each(oauthGenerations)('base strings of generation $generation', ({ generation, profile }) => {
  const vectors = readOAuthVectors(generation);
  const logged = vectors.filter(({ serverBaseString }) => serverBaseString !== null);
  it.each(logged.map((vector) => [vector.name, vector] as const))(`${profile}: %s`, (_, vector) => {
    expect(buildServerBaseString(vector, profile)).toBe(vector.serverBaseString);
  });

  // One vector was signed for another Host than it was sent with.
  const byTheBook = vectors.filter(({ kind, name }) => kind === 'rfc5849' && name !== 'host_header_without_port');
  it.each(byTheBook.map((vector) => [vector.name, vector] as const))('rfc5849: %s', (_, vector) => {
    expect(buildServerBaseString(vector, 'rfc5849')).toBe(vector.baseString);
  });
});

/** What each profile signs of a query and a path, between the parameters of the protocol. */
function readSigned(id: ServerProfileId, target: string, authorization = ''): string | null {
  const { path, query } = splitTarget(target);
  const profile = verificationProfiles[id];
  const parameters = profile.read({ authorization, query, form: null });
  const url = profile.normalizeUrl({ scheme: 'http', authority: 'shop.test', path });
  return parameters && `${url.path}?${parameters.signed.map((pair) => pair.join('=')).join('&')}`;
}

describe('rules beyond the recordings', () => {
  it.each([
    ['magento-2.4.4', '/a/./b/../c', '/a/./b/../c?'],
    ['magento-2.4.6', '/a/./b/../c', '/a/c?'],
    ['magento-2.4.6', '/a/../../c/..', '/?'],
    ['magento-2.4.6', '/100%25/%2541%', '/100%25/%41%25?'],
    ['magento-2.4.6', '/"x"|%3c', '/%22x%22%7C%3C?'],
    ['magento-dev-2025', '/%2f%41/../%2b', '/%2B?'],
    ['magento-next', '/a/../%2f', '/a/../%2f?'],
    ['magento-dev-2024', '/?a=%26&%26=1', '/?%26=1&a=%2526'],
    ['magento-next', '/?a=1&a[0]=2', '/?a%5B0%5D=2'],
    ['magento-next', '/?a[0]=2&a=1', '/?a=1&a%5B0%5D=2'],
    ['magento-next', '/?a[b=1', '/?a%5Bb=1&a_b=1'],
    ['magento-next', '/?a+b=1', '/?a%2Bb=1&a_b=1'],
    ['magento-next', '/?%20a=1&b%00c=2', '/?%20a=1&a=1&b=2&b%00c=2'],
    ['magento-next', '/?[a]=1&=2&%20=3', '/?=2&%20=3&%5Ba%5D=1'],
    ['magento-next', '/?01=a&%2b5=b&1e1=c', '/?01=a&%2B5=b&1e1=c'],
    ['magento-next', '/?oauth_token[]=x', '/?'],
    ['magento-next', '/?5=x', null],
    ['magento-next', '/?-5=x', null],
    ['magento-next', '/?5[a]=x', null],
    ['magento-next', '/?-0=a&9223372036854775808=b', '/?-0=a&9223372036854775808=b'],
    ['magento-2.4.4', '/?5=x', '/?5=x'],
  ] as const)('%s signs %s', (profile, target, signed) => {
    expect(readSigned(profile, target)).toBe(signed);
  });

  it('lets the query stand over the header where its name is written in escapes', () => {
    expect(readSigned('magento-2.4.4', '/?%6Fauth_token=b', 'oauth_token="a"')).toBe('/?oauth_token=b');
  });
});

describe('request targets on which Magento up to 2.4.4 breaks', () => {
  it.each(['/a|b', '/a?x={y}', '/a^', '/a`', '/100%', '/a%2', '/a?b="c"'])('%s', (target) => {
    const breaking = Object.entries(verificationProfiles).filter(([, profile]) => !profile.accepts(target));
    expect(breaking.map(([id]) => id)).toEqual(['magento-2.4.3', 'magento-2.4.4']);
  });

  it.each(['/rest/V1/products/b[x]', "/a?b=!*'()", '/a%2Fb?c=d%20e&f=g+h', '/se;mi@$'])('but not %s', (target) => {
    expect(verificationProfiles['magento-2.4.4'].accepts(target)).toBe(true);
  });
});
