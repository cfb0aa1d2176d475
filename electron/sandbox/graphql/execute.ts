import { asFields } from '../rest/arguments.ts';
import type { FieldNode, Location, OperationNode } from './parse-document.ts';
import { type GraphqlCall, GraphqlFieldError, objectTypes, rootTypes } from './schema.ts';

interface ErrorEntry {
  readonly message: string;
  readonly extensions: { readonly category: string };
  readonly locations: readonly Location[];
  readonly path?: readonly string[];
}
export interface ExecutionResult {
  readonly errors?: readonly ErrorEntry[];
  readonly data?: Readonly<Record<string, unknown>>;
}

const describeInvalid = (field: FieldNode, message: string): ErrorEntry => ({
  message,
  extensions: { category: 'graphql' },
  locations: [field.location],
});
const describeUnknown = (field: FieldNode, type: string): ErrorEntry =>
  describeInvalid(field, `Cannot query field "${field.name}" on type "${type}".`);

/** What is wrong with an operation before it runs: fields that do not exist, and objects of which nothing is asked. */
function findInvalidFields({ kind, selections }: OperationNode): ErrorEntry[] {
  const typeName = kind === 'query' ? 'Query' : 'Mutation';
  return selections.flatMap((field) => {
    if (field.name === '__typename') return [];
    const root = Object.hasOwn(rootTypes[kind], field.name) ? rootTypes[kind][field.name] : undefined;
    if (!root) return [describeUnknown(field, typeName)];
    if (field.selections.length === 0) {
      const hint = `Did you mean "${field.name} { ... }"?`;
      const message = `Field "${field.name}" of type "${root.type}" must have a selection of subfields. ${hint}`;
      return [describeInvalid(field, message)];
    }
    const known = objectTypes[root.type] ?? [];
    return field.selections
      .filter(({ name }) => name !== '__typename' && !known.includes(name))
      .map((inner) => describeUnknown(inner, root.type));
  });
}

function select(value: unknown, field: FieldNode, type: string): unknown {
  if (Array.isArray(value)) return value.map((member: unknown) => select(member, field, type));
  const fields = asFields(value);
  return Object.fromEntries(
    field.selections.map(({ alias, name }) => [alias, name === '__typename' ? type : (fields[name] ?? null)]),
  );
}

/** Runs an operation. Invalid fields give errors alone; a field that fails is null and the others stand. */
export function executeOperation(operation: OperationNode, call: GraphqlCall): ExecutionResult {
  const invalid = findInvalidFields(operation);
  if (invalid.length > 0) return { errors: invalid };
  const errors: ErrorEntry[] = [];
  const data: Record<string, unknown> = {};
  for (const field of operation.selections) {
    const root = rootTypes[operation.kind][field.name];
    if (!root) {
      data[field.alias] = operation.kind === 'query' ? 'Query' : 'Mutation';
      continue;
    }
    try {
      data[field.alias] = select(root.resolve(call, field.arguments), field, root.type);
    } catch (error) {
      if (!(error instanceof GraphqlFieldError)) throw error;
      data[field.alias] = null;
      const { message, category } = error;
      errors.push({ message, extensions: { category }, locations: [field.location], path: [field.alias] });
    }
  }
  return errors.length > 0 ? { errors, data } : { data };
}
