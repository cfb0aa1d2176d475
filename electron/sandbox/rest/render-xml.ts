// Magento's XML: a `response` element, members of lists as `item`, two spaces of indent, booleans as words.

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function renderElement(name: string, value: unknown, indent: string): string {
  if (value === null || value === undefined || value === '') return `${indent}<${name}/>\n`;
  if (typeof value !== 'object') return `${indent}<${name}>${escapeText(String(value))}</${name}>\n`;
  const children = Array.isArray(value)
    ? value.map((member: unknown): readonly [string, unknown] => ['item', member])
    : Object.entries(value);
  if (children.length === 0) return `${indent}<${name}/>\n`;
  const inner = children.map(([childName, child]) => renderElement(childName, child, `${indent}  `)).join('');
  return `${indent}<${name}>\n${inner}${indent}</${name}>\n`;
}

/** Renders a value of plain data as an XML document. */
export function renderXml(value: unknown): string {
  return `<?xml version="1.0"?>\n${renderElement('response', value, '')}`;
}
