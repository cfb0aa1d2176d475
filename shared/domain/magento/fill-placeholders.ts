// Magento answers with templates and leaves the filling to the client: `%fieldName` with an object of parameters, `%1` with
// an array. Long names go first, as in PHP's strtr, so that `%fieldValue` is not taken for `%field` and `Value`.

/** The parameters of a message as they stand in the answer. */
export type FaultParameters = Readonly<Record<string, unknown>> | readonly unknown[];

/** Fills what can be filled; a placeholder without a parameter stays as it is (Magento\Framework\Phrase\Renderer\Placeholder). */
export function fillPlaceholders(template: string, parameters: FaultParameters | null): string {
  const values = new Map(listParameters(parameters));
  if (values.size === 0) return template;
  const names = [...values.keys()].sort((left, right) => right.length - left.length);
  const pattern = new RegExp(`%(${names.map(escapePattern).join('|')})`, 'g');
  return template.replace(pattern, (placeholder, name: string) => values.get(name) ?? placeholder);
}

/** Names and texts of the parameters; the members of an array are named by their place, from 1. */
export function listParameters(parameters: FaultParameters | null): (readonly [name: string, value: string])[] {
  if (parameters === null) return [];
  if (isArray(parameters)) return parameters.map((value, index) => [String(index + 1), formatValue(value)]);
  return Object.entries(parameters)
    .filter(([name]) => name !== '')
    .map(([name, value]) => [name, formatValue(value)]);
}

// Array.isArray alone does not narrow a readonly array.
const isArray = (parameters: FaultParameters): parameters is readonly unknown[] => Array.isArray(parameters);

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function formatValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(formatValue).join(', ');
  return JSON.stringify(value);
}
