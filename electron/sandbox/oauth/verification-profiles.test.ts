import { describe, expect, it } from 'vitest';
import { type OAuthVector, readOAuthVectors } from '#tests/support/oauth-vectors.ts';
import { readTarget } from '#tests/support/raw-http.ts';
import { findHeader, type SandboxRequest, splitTarget } from '../message.ts';
import { buildBaseString } from './base-string.ts';
import { findOauthText, parseHeaderParameters } from './protocol-parameters.ts';
import { verificationProfiles } from './verification-profiles.ts';

const vectors = readOAuthVectors('a');

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

function buildServerBaseString(vector: OAuthVector, profile: keyof typeof verificationProfiles): string | null {
  const request = toRequest(vector);
  const header = parseHeaderParameters(findOauthText(vector.authorizationHeader) ?? '');
  const isForm = findHeader(request.headers, 'content-type')?.startsWith('application/x-www-form-urlencoded');
  const form = isForm ? Buffer.from(request.body).toString('latin1') : null;
  const parameters = verificationProfiles[profile].collect({ header, query: request.query, form });
  return parameters && buildBaseString(request, parameters);
}

describe('base strings as the server builds them', () => {
  const logged = vectors.filter(({ serverBaseString }) => serverBaseString !== null);
  it.each(logged.map((vector) => [vector.name, vector] as const))('magento-2.4.4: %s', (_, vector) => {
    expect(buildServerBaseString(vector, 'magento-2.4.4')).toBe(vector.serverBaseString);
  });

  // One vector was signed for another Host than it was sent with.
  const byTheBook = vectors.filter(({ kind, name }) => kind === 'rfc5849' && name !== 'host_header_without_port');
  it.each(byTheBook.map((vector) => [vector.name, vector] as const))('rfc5849: %s', (_, vector) => {
    expect(buildServerBaseString(vector, 'rfc5849')).toBe(vector.baseString);
  });
});

describe('URLs on which Magento 2.4.4 breaks', () => {
  it.each(['/a|b', '/a?x={y}', '/a^', '/a`', '/100%', '/a%2', '/a?b="c"'])('%s', (target) => {
    expect(verificationProfiles['magento-2.4.4'].accepts(target)).toBe(false);
    expect(verificationProfiles.rfc5849.accepts(target)).toBe(true);
  });

  it.each(['/rest/V1/products/b[x]', "/a?b=!*'()", '/a%2Fb?c=d%20e&f=g+h', '/se;mi@$'])('but not %s', (target) => {
    expect(verificationProfiles['magento-2.4.4'].accepts(target)).toBe(true);
  });
});
