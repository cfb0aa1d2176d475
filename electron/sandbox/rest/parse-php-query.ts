// A query as PHP's `$_GET` holds it: `a[b][0]=c` becomes nested data.
import { decodeFormBytes, fromByteText } from '../oauth/percent-encoding.ts';

export type QueryValue = string | QueryFields;
export interface QueryFields {
  readonly [name: string]: QueryValue;
}
interface MutableFields {
  [name: string]: string | MutableFields;
}

/** Without a prototype, so that a name such as `__proto__` is like any other. */
const createFields = (): MutableFields => Object.create(null) as MutableFields;

/** The steps of a name: `a[b][]` gives `a`, `b` and an empty one that means "the next index". */
function splitName(name: string): string[] {
  const open = name.indexOf('[');
  if (open <= 0) return [name.replace(/^ +/, '').replace(/[. ]/g, '_')];
  const first = name.slice(0, open).replace(/^ +/, '').replace(/[. ]/g, '_');
  return [first, ...[...name.slice(open).matchAll(/\[([^\]]*)\]/g)].map(([, step]) => step ?? '')];
}

const nextIndex = (fields: MutableFields): string =>
  String(
    Math.max(
      -1,
      ...Object.keys(fields)
        .filter((key) => /^\d+$/.test(key))
        .map(Number),
    ) + 1,
  );

function assign(fields: MutableFields, steps: readonly string[], value: string): void {
  const [step = '', ...rest] = steps;
  const name = step === '' ? nextIndex(fields) : step;
  if (rest.length === 0) {
    fields[name] = value;
    return;
  }
  const present = fields[name];
  const inner = typeof present === 'object' ? present : createFields();
  fields[name] = inner;
  assign(inner, rest, value);
}

/** Parses a raw query; names and values are decoded by form rules. */
export function parsePhpQuery(query: string): QueryFields {
  const fields = createFields();
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    const decode = (text: string): string => fromByteText(decodeFormBytes(text));
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    if (name !== '') assign(fields, splitName(name), equals < 0 ? '' : decode(pair.slice(equals + 1)));
  }
  return fields;
}
