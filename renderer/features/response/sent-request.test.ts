import { expect, test } from 'vitest';
import { formatSentRequest } from './sent-request.ts';

test.each([
  ['https://acme.test/rest/V1/x?a=1', 'GET /rest/V1/x?a=1 HTTP/1.1\r\nHost: acme.test\r\n\r\n'],
  ['http://acme.test:8080', 'GET / HTTP/1.1\r\nHost: acme.test\r\n\r\n'],
])('%s', (url, expected) => {
  expect(
    formatSentRequest({ method: 'GET', url, headers: [['Host', 'acme.test']], bodyText: null, bodySizeBytes: 0 }),
  ).toBe(expected);
});
