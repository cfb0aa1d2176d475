import { describe, expect, it } from 'vitest';
import { contentTypeOf, readTranscript } from '#tests/support/magento-transcripts.ts';
import { type MagentoFault, parseFault } from './fault.ts';

const read = (name: string): MagentoFault | null => {
  const transcript = readTranscript(name);
  return parseFault(contentTypeOf(transcript), transcript.response.body);
};

const nothingElse = { details: [], category: '', reportId: '', trace: '' };

describe('parseFault on recorded answers', () => {
  it.each<readonly [string, Partial<MagentoFault>]>([
    ['guest_forbidden_storeConfigs', { shape: 'webapi', parameters: { resources: 'Magento_Backend::store' } }],
    ['accept_xml_error', { shape: 'xml', text: 'No such entity with customerId = 99999' }],
    ['graphql_unauthorized_customer', { shape: 'graphql', category: 'graphql-authorization' }],
    ['reqtoken_unknown_consumer', { shape: 'oauth', text: 'A consumer having the specified key does not exist' }],
    ['maintenance_rest', { shape: 'page', text: 'Service Temporarily Unavailable' }],
    ['schema_bad_service', { shape: 'text' }],
    ['accept_html', { shape: 'page', reportId: '38b83919933798175ee4a93f3fb628dd4731959e050e09f5742f94d3bed4d281' }],
    [
      'soap_fault_not_found',
      { shape: 'soap', text: "The product that was requested doesn't exist. Verify the product and try again." },
    ],
  ])('%s', (name, expected) => {
    expect(read(name)).toMatchObject(expected);
  });

  it('fills the array of parameters', () => {
    expect(read('nonce_burn_2_same_nonce_good_signature')).toEqual({
      ...nothingElse,
      shape: 'webapi',
      template: 'The nonce is already being used by the consumer with ID %1',
      parameters: ['1'],
      text: 'The nonce is already being used by the consumer with ID 1',
    });
  });

  it('lists single errors', () => {
    expect(read('address_validation_errors')?.details.map(({ parameters }) => parameters)).toEqual(
      ['firstname', 'lastname', 'street', 'city', 'telephone', 'postcode'].map((fieldName) => ({ fieldName })),
    );
    expect(read('reqtoken_missing_two')?.details).toHaveLength(2);
  });

  it.each(['product_create', 'storecode_default', 'discover_magento_version'])('%s is no fault', (name) => {
    expect(read(name)).toBeNull();
  });
});

describe('parseFault on other answers', () => {
  it('reads messages of the error processor', () => {
    const body = '{"messages":{"error":[{"code":500,"message":"Fatal error in %1"},{"code":500,"message":"More"}]}}';
    const first = { template: 'Fatal error in %1', parameters: null, text: 'Fatal error in %1' };
    expect(parseFault('application/json', body)).toEqual({
      ...nothingElse,
      ...first,
      shape: 'messages',
      details: [first, { template: 'More', parameters: null, text: 'More' }],
    });
  });

  it('keeps a trace and finds a report id', () => {
    const body = '{"message":"Internal Error. Report ID: webapi-6b04","trace":"#0 index.php"}';
    expect(parseFault('', body)).toMatchObject({ reportId: 'webapi-6b04', trace: '#0 index.php' });
  });

  it('reads errors and lists in XML', () => {
    const body = `<?xml version="1.0"?>
<response>
  <message>Several &amp; %1</message>
  <errors>
    <item><message>"%fieldName" is required.</message><parameters><fieldName>sku</fieldName></parameters></item>
    <item><message>Second</message></item>
  </errors>
  <parameters><item>one</item></parameters>
</response>`;
    expect(parseFault('application/xml', body)).toMatchObject({
      shape: 'xml',
      text: 'Several & one',
      details: [{ text: '"sku" is required.' }, { text: 'Second' }],
    });
  });

  it.each([
    ['application/json', '{"gift_message_id":1,"message":"Best wishes"}'],
    ['application/json', '{"bulk_uuid":"x","request_items":[],"errors":false}'],
    ['application/json', '{"message":"cut o'],
    ['application/json', '[1,2]'],
    ['application/xml', '<response><gift_message_id>1</gift_message_id><message>Best wishes</message></response>'],
    ['text/plain', 'Hello'],
    ['', ''],
  ])('%s %s is no fault', (contentType, body) => {
    expect(parseFault(contentType, body)).toBeNull();
  });
});
