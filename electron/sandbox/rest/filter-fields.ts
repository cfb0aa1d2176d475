interface FieldTree {
  [name: string]: FieldTree | true;
}

/** Without a prototype, so that a field named `constructor` is like any other. */
const createTree = (): FieldTree => Object.create(null) as FieldTree;

/** Parses `items[sku,name],total_count`. Null where characters or brackets don't fit. */
function parseFields(text: string): FieldTree | null {
  if (text === '' || /[^\w[\],]/.test(text)) return null;
  const root = createTree();
  const open: FieldTree[] = [root];
  let last = '';
  for (const [part] of text.matchAll(/\w+|[[\],]/g)) {
    const current = open.at(-1);
    if (!current) return null;
    if (part === '[') {
      const inner = createTree();
      if (last === '') return null;
      current[last] = inner;
      open.push(inner);
    } else if (part === ']') {
      if (open.length === 1) return null;
      open.pop();
    } else if (part !== ',') {
      last = part;
      current[part] = true;
    }
  }
  return open.length === 1 ? root : null;
}

function pick(value: unknown, tree: FieldTree): unknown {
  if (Array.isArray(value)) return value.map((member: unknown) => pick(member, tree));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
      const wanted = tree[name];
      if (wanted === undefined) return [];
      return [[name, wanted === true ? member : pick(member, wanted)]];
    }),
  );
}

/** Applies the `fields` parameter of a request to its answer. A filter that can't be read leaves nothing over. */
export function filterFields(value: unknown, fields: unknown): unknown {
  if (typeof fields !== 'string' || typeof value !== 'object' || value === null) return value;
  const tree = parseFields(fields);
  return tree === null ? [] : pick(value, tree);
}
