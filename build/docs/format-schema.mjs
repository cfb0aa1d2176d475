// JSON Schema as the short notation that readers of TypeScript know. Covers what zod's converter emits, and throws on the rest.

/** @typedef {Readonly<Record<string, any>>} JsonSchema */

const indentation = '  ';

/**
 * @param {JsonSchema} schema
 * @param {string} [indent] of the line that the text begins on
 * @returns {string}
 */
export function formatSchema(schema, indent = '') {
  if (schema.$ref) return schema.$ref.split('/').at(-1);
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((/** @type {unknown} */ value) => JSON.stringify(value)).join(' | ');
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives) return formatUnion(alternatives, indent);
  if (Array.isArray(schema.type)) return schema.type.join(' | ');
  if (schema.type === 'object') return formatObject(schema, indent);
  if (schema.type === 'array') return formatArray(schema, indent);
  if (schema.type) return schema.type;
  if (schema.title) return schema.title;
  if (Object.keys(schema).length === 0) return 'unknown';
  throw new Error(`No notation for ${JSON.stringify(schema)}`);
}

/**
 * @param {readonly JsonSchema[]} alternatives
 * @param {string} indent
 */
function formatUnion(alternatives, indent) {
  const isLong = alternatives.filter((each) => each.type === 'object').length > 1;
  if (!isLong) return alternatives.map((each) => formatSchema(each, indent)).join(' | ');
  const inner = indent + indentation;
  return alternatives.map((each) => `\n${inner}| ${formatSchema(each, inner)}`).join('');
}

/**
 * @param {JsonSchema} schema
 * @param {string} indent
 */
function formatObject({ properties, required = [], additionalProperties }, indent) {
  const inner = indent + indentation;
  const fields = Object.entries(properties ?? {}).map(([name, field]) => {
    const key = /^\w+$/.test(name) ? name : JSON.stringify(name);
    return `${key}${required.includes(name) ? '' : '?'}: ${formatSchema(/** @type {JsonSchema} */ (field), inner)}`;
  });
  if (additionalProperties && typeof additionalProperties === 'object') {
    fields.push(`[name: string]: ${formatSchema(additionalProperties, inner)}`);
  }
  if (fields.length === 0) return '{}';
  const line = `{ ${fields.join('; ')} }`;
  if (line.length <= 80 && !line.includes('\n')) return line;
  return `{\n${fields.map((field) => `${inner}${field};\n`).join('')}${indent}}`;
}

/**
 * @param {JsonSchema} schema
 * @param {string} indent
 */
function formatArray({ items, prefixItems }, indent) {
  if (prefixItems) {
    return `[${prefixItems.map((/** @type {JsonSchema} */ item) => formatSchema(item, indent)).join(', ')}]`;
  }
  const item = formatSchema(items ?? {}, indent);
  return /[|\n]/.test(item) && !item.startsWith('{') ? `(${item})[]` : `${item}[]`;
}
