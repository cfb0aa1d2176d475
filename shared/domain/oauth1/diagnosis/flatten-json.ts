type Field = readonly [name: string, value: string];

/**
 * The ways in which a JSON object is taken for form fields: nested values as JSON, and as `a[b]`. Empty where the text is
 * no JSON object.
 */
export function flattenJson(text: string): readonly (readonly Field[])[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const shallow = Object.entries(value).map(([name, field]): Field => [name, formatField(field)]);
  return [shallow, Object.entries(value).flatMap(([name, field]) => flattenField(name, field))];
}

const formatField = (field: unknown): string => (typeof field === 'string' ? field : JSON.stringify(field));

function flattenField(name: string, field: unknown): Field[] {
  if (typeof field !== 'object' || field === null) return [[name, formatField(field)]];
  return Object.entries(field).flatMap(([key, value]) => flattenField(`${name}[${key}]`, value));
}
