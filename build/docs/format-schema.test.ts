import { expect, test } from 'vitest';
import { formatSchema } from './format-schema.mjs';

const text = { type: 'string' };
const object = (kind: string, properties = {}) => ({
  type: 'object',
  properties: { kind: { const: kind }, ...properties },
  required: ['kind', ...Object.keys(properties)],
});

test.each([
  [{ type: 'null' }, 'null'],
  [{ type: ['number', 'null'] }, 'number | null'],
  [{ $ref: '#/$defs/Environment' }, 'Environment'],
  [{ type: 'string', enum: ['green', 'blue'] }, '"green" | "blue"'],
  [{ type: 'array', items: text }, 'string[]'],
  [{ type: 'array', items: { type: 'string', enum: ['a', 'b'] } }, '("a" | "b")[]'],
  [{ type: 'array', prefixItems: [text, text] }, '[string, string]'],
  [{ type: 'object', properties: { id: text, note: text }, required: ['id'] }, '{ id: string; note?: string }'],
  [{ type: 'object', additionalProperties: text }, '{ [name: string]: string }'],
  [{ anyOf: [object('none'), { type: 'null' }] }, '{ kind: "none" } | null'],
  [{ oneOf: [object('none'), object('json', { text })] }, '\n  | { kind: "none" }\n  | { kind: "json"; text: string }'],
  [{ title: 'Uint8Array' }, 'Uint8Array'],
  [{}, 'unknown'],
])('%j', (schema, expected) => {
  expect(formatSchema(schema)).toBe(expected);
});

test('a long object takes a line for each field', () => {
  const fields = ['identifier', 'requestName', 'environmentName', 'identityName', 'explanation'];
  const schema = {
    type: 'object',
    properties: Object.fromEntries(fields.map((name) => [name, text])),
    required: fields,
  };
  expect(formatSchema(schema)).toBe(`{\n${fields.map((name) => `  ${name}: string;\n`).join('')}}`);
});

test('a schema without a notation is refused', () => {
  expect(() => formatSchema({ not: {} })).toThrow('No notation');
});
