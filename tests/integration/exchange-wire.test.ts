// What really goes on the wire, seen from the other end of the socket.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HeaderRow, Parameter } from '#shared/domain/http/request.ts';
import { environmentAt, identityOf } from '../support/exchange-fixture.ts';
import { sendAndSee } from '../support/send-and-see.ts';
import { startTortureServer, type TortureServer } from '../support/torture-server.ts';

let server: TortureServer;
beforeAll(async () => {
  server = await startTortureServer();
});
afterAll(() => server.close());

const row = (name: string, value: string, isEnabled = true): HeaderRow => ({ name, value, isEnabled });
const parameter = (name: string, value: string | null, isEnabled = true): Parameter => ({ name, value, isEnabled });

describe('the request line', () => {
  test('portably: nothing is resolved, escapes are written in one way', async () => {
    const seen = await sendAndSee(server, { request: { url: '/echo/../a%2fb/ü|' } });
    expect(seen.target).toBe('/echo/../a%2Fb/%C3%BC%7C');
  });

  test.each(['/echo/../%2e%2e/a%2fb//c', "/echo?a[0]=x&a[0]=y&flag&e=&q=it's+{1}|^`&b=c=d&%5bz%5D=%7e", '/echo?%'])(
    'exactly %s',
    async (url) => {
      const [path = '', query] = url.split('?');
      const parameters = (query ?? '')
        .split('&')
        .filter(Boolean)
        .map((pair) => {
          const equals = pair.indexOf('=');
          return equals < 0 ? parameter(pair, null) : parameter(pair.slice(0, equals), pair.slice(equals + 1));
        });
      const seen = await sendAndSee(server, { request: { url: path, parameters, isExact: true } });
      expect(seen.target).toBe(url);
    },
  );

  test('other letters go as UTF-8 bytes where nothing may be escaped', async () => {
    const seen = await sendAndSee(server, { request: { url: '/echo/é', parameters: [], isExact: true } });
    expect(Buffer.from(seen.target, 'latin1').toString('utf8')).toBe('/echo/é');
  });

  test('brackets and a row that is switched off, portably', async () => {
    const seen = await sendAndSee(server, {
      request: {
        url: '/V1/products',
        parameters: [
          parameter('searchCriteria[pageSize]', '2'),
          parameter('off', '1', false),
          parameter('searchCriteria[filter_groups][0][filters][0][value]', '{{sku}}'),
        ],
      },
      environment: environmentAt(server.url, { variables: [{ name: 'sku', value: 'a&b #1', isEnabled: true }] }),
    });
    expect(seen.target).toBe(
      '/rest/default/V1/products?searchCriteria%5BpageSize%5D=2&searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bvalue%5D=a%26b%20%231',
    );
  });
});

describe('headers', () => {
  test('order, case and duplicates are kept, and only what is missing is added', async () => {
    const seen = await sendAndSee(server, {
      request: {
        url: '/echo',
        method: 'POST',
        headers: [
          row('X-b', '2'),
          row('x-A', '1'),
          row('X-b', '3'),
          row('off', 'x', false),
          row('accept', 'text/plain'),
          row('X-Name', 'café ✓'),
          row('', ''),
        ],
        body: { kind: 'json', text: '{ "big": 12345678901234567890, "é": 1.10 }\n' },
      },
    });
    expect(seen.headers.map(([name, value]) => [name, Buffer.from(value, 'latin1').toString('utf8')])).toEqual([
      ['Host', `127.0.0.1:${server.port}`],
      ['X-b', '2'],
      ['x-A', '1'],
      ['X-b', '3'],
      ['accept', 'text/plain'],
      ['X-Name', 'café ✓'],
      ['User-Agent', 'Lodestone/0.0.0-test'],
      ['Accept-Encoding', 'gzip, deflate, br'],
      ['Content-Type', 'application/json'],
      ['Content-Length', '44'],
      ['Connection', 'keep-alive'],
    ]);
    expect(seen.body.toString('utf8')).toBe('{ "big": 12345678901234567890, "é": 1.10 }\n');
  });

  test('a POST without a body says so, a GET may have one', async () => {
    const post = await sendAndSee(server, { request: { url: '/echo', method: 'POST' } });
    expect(post.headers).toContainEqual(['Content-Length', '0']);
    const get = await sendAndSee(server, { request: { url: '/echo', body: { kind: 'text', text: 'x' } } });
    expect([get.method, get.body.toString()]).toEqual(['GET', 'x']);
  });

  test('Host and Authorization of the user win', async () => {
    const seen = await sendAndSee(server, {
      identity: identityOf('integration'),
      request: { url: '/echo', headers: [row('host', 'other.test'), row('Authorization', 'Basic eDp5')] },
    });
    expect(seen.headers.filter(([name]) => /host|authorization/i.test(name))).toEqual([
      ['host', 'other.test'],
      ['Authorization', 'Basic eDp5'],
    ]);
  });
});
