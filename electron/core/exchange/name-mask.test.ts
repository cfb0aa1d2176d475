import { expect, test } from 'vitest';
import { maskBodyText } from '#shared/domain/exchange/secret-names.ts';
import { createNameMaskStream } from './name-mask.ts';

/** A list of rows of about `sizeBytes`, every one with secrets. */
function listOf(sizeBytes: number): string {
  const rows: string[] = [];
  for (let length = 0, index = 0; length < sizeBytes; index += 1) {
    const secret = `s3cr3t${index}`;
    const row = `{"id":${index},"token":"${secret}","note":"pä, ${'x'.repeat(index % 97)}","consumer_secret" : "a\\"${secret}, ]}","raw":"{\\"password\\":\\"${secret}\\"}"}`;
    rows.push(row);
    length += row.length;
  }
  return `[${rows.join(',')}]`;
}

function maskInParts(bytes: Buffer, partBytes: number) {
  const stream = createNameMaskStream();
  const covered: Uint8Array[] = [];
  let longestHeld = 0;
  let writtenBytes = 0;
  for (let offset = 0; offset < bytes.length; offset += partBytes) {
    const part = stream.write(bytes.subarray(offset, offset + partBytes));
    writtenBytes += part.length;
    longestHeld = Math.max(longestHeld, Math.min(offset + partBytes, bytes.length) - writtenBytes);
    covered.push(part);
  }
  covered.push(stream.end());
  return { text: Buffer.concat(covered).toString('utf8'), hasMasked: stream.hasMasked(), longestHeld };
}

test.each([997, 65_536, 300_000])('a stream in parts of %i bytes covers what the whole body does', (partBytes) => {
  const body = listOf(1_200_000);
  const { text, hasMasked } = maskInParts(Buffer.from(body), partBytes);
  expect(text === maskBodyText(body)).toBe(true);
  expect([hasMasked, text.includes('s3cr3t')]).toEqual([true, false]);
});

test('a secret at every offset around the end of a window is covered', () => {
  const secret = '"consumer_secret":"s3cr3t, with a comma"';
  for (let shift = -3; shift <= secret.length + 3; shift += 1) {
    for (const border of [256 * 1024, 256 * 1024 - 64 * 1024]) {
      const before = '1,'.repeat(border).slice(0, border - shift);
      const { text } = maskInParts(Buffer.from(`${before}${secret}${'2,'.repeat(50_000)}`), 64 * 1024);
      expect(text.includes('s3cr3t')).toBe(false);
    }
  }
});

test('little is held back however long the body is, and a body without secrets is kept byte by byte', () => {
  const bytes = Buffer.alloc(8 * 1024 * 1024, Buffer.from([0xff, 0x00, 0x22, 0x78]));
  const stream = createNameMaskStream();
  let heldBytes = 0;
  let isSame = true;
  let at = 0;
  const compare = (part: Uint8Array): void => {
    isSame &&= bytes.subarray(at, at + part.length).equals(part);
    at += part.length;
  };
  for (let offset = 0; offset < bytes.length; offset += 65_536) {
    compare(stream.write(bytes.subarray(offset, offset + 65_536)));
    heldBytes = Math.max(heldBytes, offset + 65_536 - at);
  }
  compare(stream.end());
  expect([isSame, at, stream.hasMasked(), heldBytes <= 320 * 1024]).toEqual([true, bytes.length, false, true]);
});
