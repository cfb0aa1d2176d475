import { expect, test } from 'vitest';
import type { Host } from '#renderer/host/host-client.ts';
import { decodeBody, formatHex, isBinary, readBody } from './read-body.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('reads what the preview lacks, part by part', async () => {
  const whole = bytes('a'.repeat(1_500_000) + 'end');
  const asked: number[] = [];
  const host = {
    call: (_name: string, input: { offset: number; length: number }) => {
      asked.push(input.offset);
      return Promise.resolve({
        bytes: whole.subarray(input.offset, input.offset + input.length),
        sizeBytes: whole.byteLength,
      });
    },
  } as unknown as Host;
  const body = await readBody(host, {
    exchangeId: 'x',
    preview: [whole.subarray(0, 10), whole.subarray(10, 100)],
    sizeBytes: whole.byteLength,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  expect(asked).toEqual([100, 1_048_676]);
  expect(decodeBody(body, { contentType: 'text/plain' }).endsWith('aend')).toBe(true);
});

test.each([
  [Uint8Array.of(0xe9), 'text/plain; charset=ISO-8859-1', 'é'],
  [bytes('é'), 'application/json', 'é'],
  [bytes('é'), 'text/plain; charset=nonsense', 'é'],
])('decodes %s as %s', (input, contentType, expected) => {
  expect(decodeBody(input, { contentType })).toBe(expected);
});

test('binary bodies are shown as hex', () => {
  expect(isBinary(bytes('{}'), 'application/json')).toBe(false);
  expect(isBinary(Uint8Array.of(80, 75, 0, 4), 'text/plain')).toBe(true);
  expect(formatHex(bytes('PK\u0003\u0004 and more text'))).toBe(
    [
      '00000000  50 4b 03 04 20 61 6e 64 20 6d 6f 72 65 20 74 65  PK·· and more te',
      '00000010  78 74                                            xt',
    ].join('\n'),
  );
});
