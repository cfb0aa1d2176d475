import { describe, expect, it } from 'vitest';
import { contentTypeOf, readTranscript } from '#tests/support/magento-transcripts.ts';
import type { IdentityKind } from '../identity/identity.ts';
import { explainResponse } from './explain.ts';
import type { AnswerFacts } from './known-fault.ts';

const plain: AnswerFacts = {
  status: 200,
  statusText: 'OK',
  contentType: 'application/json; charset=utf-8',
  bodyText: '{}',
  identityKind: 'integration',
  method: 'GET',
  url: 'https://shop.test/rest/default/V1/products?searchCriteria=',
  profile: 'magento-2.4.4',
  sentAuthorization: true,
  sentContentType: null,
};

function recorded(name: string, facts: Partial<AnswerFacts> = {}): AnswerFacts {
  const transcript = readTranscript(name);
  const { request, response } = transcript;
  return {
    ...plain,
    status: response.status,
    statusText: response.reason,
    contentType: contentTypeOf(transcript),
    bodyText: response.body,
    method: request.method,
    url: request.url,
    ...facts,
  };
}

describe('explainResponse', () => {
  it('fills the message and says meaning, causes and next step', () => {
    const answer = recorded('guest_forbidden_storeConfigs', { identityKind: 'guest', sentAuthorization: false });
    expect(explainResponse(answer)).toEqual({
      message: "The consumer isn't authorized to access Magento_Backend::store.",
      meaning: 'This route needs the resource Magento_Backend::store, and the request carried no credential.',
      causes: ['It was sent as a guest.', 'The identity is chosen, but its token could not be had.'],
      nextStep: 'Send it as an admin or an integration whose role contains the resource.',
    });
  });

  it.each<readonly [IdentityKind, RegExp]>([
    ['customer', /Customers may call/],
    ['admin', /admin’s role does not contain Magento_Backend::store/],
    ['integration', /integration was not given Magento_Backend::store/],
    ['guest', /no valid token/],
  ])('tells a refused %s the likeliest cause first', (identityKind, cause) => {
    expect(explainResponse(recorded('guest_forbidden_storeConfigs', { identityKind }))?.causes[0]).toMatch(cause);
  });

  it.each<readonly [string, RegExp]>([
    ['oauth_bad_signature_on_protected_endpoint', /another signature/],
    ['nonce_burn_2_same_nonce_good_signature', /seen this nonce/],
    ['reqtoken_missing_two', /Authorization header lacks/],
    ['reqtoken_unknown_consumer', /no integration with that consumer key/],
    ['admin_on_self_endpoint', /takes the customer from the token/],
    ['unknown_route', /no REST route for GET/],
    ['address_validation_errors', /several things wrong/],
    ['accept_xml_error', /nothing with customerId 99999/],
    ['accept_html', /does not show outside developer mode/],
    ['schema_bad_service', /does not show outside developer mode/],
    ['maintenance_rest', /maintenance mode/],
    ['graphql_unauthorized_customer', /signed-in customer/],
    ['soap_fault_not_found', /No product has this SKU/],
  ])('knows %s', (name, meaning) => {
    expect(explainResponse(recorded(name))?.meaning).toMatch(meaning);
  });

  it.each(['product_create', 'storecode_default', 'discover_magento_version'])('has nothing to say of %s', (name) => {
    expect(explainResponse(recorded(name))).toBeNull();
  });

  it.each<readonly [string, Partial<AnswerFacts>, RegExp]>([
    ['an empty answer', { bodyText: '' }, /sent no body/],
    ['a page', { contentType: 'text/html', bodyText: '<!DOCTYPE html><html></html>' }, /web page came/],
    ['PHP’s notices', { bodyText: '<br />\n<b>Warning</b>: …{}' }, /labelled as JSON/],
    ['a redirect', { status: 302, bodyText: '' }, /another address/],
    ['HTTP Basic', { status: 401, contentType: 'text/html', bodyText: '<html></html>' }, /who is calling/],
    ['a firewall', { status: 403, contentType: 'text/html', bodyText: '<html></html>' }, /in front of Magento/],
    ['the storefront', { status: 404, contentType: 'text/html', bodyText: '<html></html>' }, /to the storefront/],
    ['a gateway', { status: 504, contentType: 'text/html', bodyText: '<html></html>' }, /no usable answer from PHP/],
    ['an unknown 5xx', { status: 599, bodyText: '' }, /failed while it handled/],
    ['HEAD', { status: 400, method: 'HEAD', bodyText: '' }, /GET, POST, PUT and DELETE/],
    ['an unknown message', { status: 400, bodyText: '{"message":"Nope"}' }, /reason that its message gives/],
    ['an unknown entity', { status: 404, bodyText: '{"message":"Nope"}' }, /does not exist in this store/],
  ])('explains %s', (_, facts, meaning) => {
    expect(explainResponse({ ...plain, ...facts })?.meaning).toMatch(meaning);
  });

  it.each<readonly [string, Partial<AnswerFacts>]>([
    ['a bare number', { bodyText: '42' }],
    ['a bare string', { bodyText: '"token"' }],
    ['no content', { status: 204, bodyText: '' }],
    ['not modified', { status: 304, bodyText: '' }],
    ['a page outside the web API', { url: 'https://shop.test/', bodyText: '<html></html>', contentType: 'text/html' }],
    ['GraphQL data', { url: 'https://shop.test/graphql', bodyText: '{"data":{"errors":[]}}' }],
  ])('is silent about %s', (_, facts) => {
    expect(explainResponse({ ...plain, ...facts })).toBeNull();
  });

  it('names the profile when the signature was refused', () => {
    const answer = recorded('oauth_bad_signature_on_protected_endpoint', { profile: 'rfc5849' });
    expect(explainResponse(answer)?.causes.join(' ')).toContain('RFC 5849');
  });
});
