import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLiteralMask } from './literal-mask.ts';

const dots = '••••••••';

function maskInParts(secrets: readonly string[], parts: readonly string[]): { text: string; hasMasked: boolean } {
  const stream = createLiteralMask(secrets).createStream();
  const written = parts.map((part) => stream.write(Buffer.from(part)));
  const text = Buffer.concat([...written, stream.end()]).toString();
  return { text, hasMasked: stream.hasMasked() };
}

test.each([
  ['as it is', 'a secret-1 b', `a ${dots} b`],
  ['twice', 'secret-1secret-1', `${dots}${dots}`],
  ['not at all', 'secret-2', 'secret-2'],
  ['the longer of two', 'secret-1-long', dots],
])('covers a secret %s', (_case, text, masked) => {
  const secrets = ['secret-1', 'secret-1-long'];
  expect(createLiteralMask(secrets).maskText(text)).toBe(masked);
  expect(maskInParts(secrets, [text])).toEqual({ text: masked, hasMasked: text !== masked });
});

test.each([
  ['percent-encoded', 'a%2Fb%20%C3%A9%2B%21'],
  ['percent-encoded in lower case', 'a%2fb%20%c3%a9%2b%21'],
  ['in a form', 'a%2Fb+%C3%A9%2B%21'],
  ['percent-encoded twice', 'a%252Fb%2520%25C3%25A9%252B%2521'],
  ['in the JSON of PHP', 'a\\/b \\u00e9+!'],
])('covers a secret that is %s', (_case, spelling) => {
  expect(createLiteralMask(['a/b é+!']).maskText(`x=${spelling}&y`)).toBe(`x=${dots}&y`);
});

test('a secret too short to be told from ordinary words is left to its name', () => {
  expect(createLiteralMask(['a', '', 'abc']).maskText('a banana, abc')).toBe('a banana, abc');
});

test('where a stream is cut does not matter, and no secret is left', () => {
  const secret = 'abcab';
  const piece = fc.oneof(fc.constant(secret), fc.constantFrom('a', 'ab', 'abc', 'bca', 'é', ' '));
  fc.assert(
    fc.property(fc.array(piece), fc.array(fc.nat({ max: 60 })), (pieces, cuts) => {
      const text = pieces.join('');
      const bounds = [
        0,
        ...cuts.map((cut) => Math.min(cut, text.length)).sort((left, right) => left - right),
        text.length,
      ];
      const parts = bounds.slice(1).map((end, index) => text.slice(bounds[index], end));
      const { text: masked, hasMasked } = maskInParts([secret], parts);
      expect(masked).toBe(createLiteralMask([secret]).maskText(text));
      expect(masked).not.toContain(secret);
      expect(hasMasked).toBe(text.includes(secret));
    }),
  );
});
