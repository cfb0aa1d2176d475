import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatYaml, parseYaml, updateYaml } from './yaml-file.ts';

const commented = `# Made by hand.
info:
  name: One product # the bag
  type: http
  tags: [as:admin, smoke]

http:
  method: GET
  # Either this
  url: "{{base}}/V1/products"
  headers:
    # wanted by the proxy
    - name: X-One
      value: "1"
    - name: X-Two
      value: "2" # two
later: &anchor {a: 1}
`;

describe('a change', () => {
  test('touches only what differs: comments, order, styles and unknown keys stay', () => {
    const updated = updateYaml(commented, {
      info: { name: 'Two products', type: 'http', seq: 2, tags: ['as:admin', 'smoke'] },
      http: {
        method: 'GET',
        url: '{{base}}/V1/products',
        headers: [
          { name: 'X-Two', value: '3' },
          { name: 'X-Three', value: 'yes' },
        ],
      },
      later: { a: 1 },
    });
    expect(updated).toBe(`# Made by hand.
info:
  name: Two products # the bag
  type: http
  seq: 2
  tags: [ as:admin, smoke ]

http:
  method: GET
  # Either this
  url: "{{base}}/V1/products"
  headers:
    # wanted by the proxy
    - name: X-Two
      value: "3" # two
    - name: X-Three
      value: "yes"
later: &anchor { a: 1 }
`);
  });

  test('of nothing leaves the text byte for byte', () => {
    const parsed = parseYaml(commented);
    expect(parsed.ok && updateYaml(commented, parsed.value as Record<string, unknown>)).toBe(commented);
  });
});

test.each([
  ['a: [1', /^The file is no valid YAML \(line 1\): .+\.$/],
  ['a: 1\na: 2', /^The file is no valid YAML \(line 2\): Map keys must be unique\.$/],
  [
    'a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]',
    /resource exhaustion/,
  ],
])('%j is refused by a sentence', (text, message) => {
  const parsed = parseYaml(text);
  expect(parsed.ok ? parsed.value : parsed.error).toMatch(message);
});

test('texts that YAML 1.1 would take for something else are quoted, long ones are not folded', () => {
  expect(formatYaml({ a: 'yes', b: '2026-11-23', c: '012', d: 'x'.repeat(200), e: 'one\ntwo' })).toBe(
    `a: "yes"\nb: "2026-11-23"\nc: "012"\nd: ${'x'.repeat(200)}\ne: |-\n  one\n  two\n`,
  );
});

test('every text comes back, written new or in the place of another', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('a', ' ', '\n', '\t', '\r', ':', '#', '-', '"', "'", '\u00a0', '\u2028', '{', '|'))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, text, (first, second) => {
      const yaml = formatYaml({ http: { body: first, rows: [first, second] } });
      expect(parseYaml(yaml)).toEqual({ ok: true, value: { http: { body: first, rows: [first, second] } } });
      const changed = { http: { body: second, rows: [second] } };
      expect(parseYaml(updateYaml(yaml, changed))).toEqual({ ok: true, value: changed });
    }),
    { numRuns: 120 },
  );
});
