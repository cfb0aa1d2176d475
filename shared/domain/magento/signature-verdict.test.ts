import { describe, expect, it } from 'vitest';
import { judgeSignature, type SignatureVerdict } from './signature-verdict.ts';

const json = (message: string): string => JSON.stringify({ message });
const page = '<!doctype html><html><body><h1>Forbidden</h1></body></html>';

describe('judgeSignature', () => {
  it.each<readonly [number, string, SignatureVerdict]>([
    [200, '[]', 'accepted'],
    [200, '{"id":1}', 'accepted'],
    [200, page, 'unclear'],
    [302, '', 'unclear'],
    [400, json('Signature method %1 is not supported'), 'method'],
    [400, json('The "%1" value\'s type is invalid. The "%2" type was expected. Verify and try again.'), 'accepted'],
    [400, json('The token length is invalid. Check the length and try again.'), 'credential'],
    [400, json('Specified request cannot be processed.'), 'unrouted'],
    [401, json('The signature is invalid. Verify and try again.'), 'invalid'],
    [401, json("The consumer isn't authorized to access %resources."), 'accepted'],
    [401, json('A consumer having the specified key does not exist'), 'credential'],
    [401, json('Consumer key has expired'), 'credential'],
    [401, json('An error occurred validating the nonce'), 'credential'],
    [401, json('Access token has been revoked'), 'credential'],
    [401, 'oauth_problem=The+signature+is+invalid.+Verify+and+try+again.', 'invalid'],
    [401, json('Please sign in to the proxy.'), 'unclear'],
    [401, page, 'unclear'],
    [403, page, 'unclear'],
    [404, json('No such entity with %fieldName = %fieldValue'), 'accepted'],
    [404, json('Request does not match any route.'), 'unrouted'],
    [404, page, 'unclear'],
    [500, json('Internal Error. Details are available in Magento log file. Report ID: %1'), 'unclear'],
    [503, '', 'unclear'],
  ])('%i %s: %s', (status, bodyText, expected) => {
    const contentType = bodyText.startsWith('<') ? 'text/html' : 'application/json; charset=utf-8';
    expect(judgeSignature({ status, contentType, bodyText })).toBe(expected);
  });
});
