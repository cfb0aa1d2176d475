// Loads the contract, which is TypeScript, and turns its schemas into JSON Schema. Schemas that `shared/` exports under a name
// (`environmentSchema`) become named types (`Environment`).
import { runnerImport } from 'vite';
import { z } from 'zod';
import { fromRoot, projectRoot } from '../bootstrap/project.mjs';

/**
 * @typedef {import('./format-schema.mjs').JsonSchema} JsonSchema
 *
 * @typedef {object} DocumentedCall
 * @property {string} name
 * @property {'query' | 'command' | 'stream' | 'topic'} kind
 * @property {string} title
 * @property {readonly { readonly role: string, readonly schema: JsonSchema }[]} parts
 *
 * @typedef {object} DocumentedContract
 * @property {readonly DocumentedCall[]} calls in the contract's order
 * @property {ReadonlyMap<string, JsonSchema>} types the named types that the calls use
 */

const roles = /** @type {const} */ (['input', 'event', 'output', 'payload']);

/** @returns {Promise<readonly Readonly<Record<string, any>>[]>} */
async function loadShared() {
  const { module } = await runnerImport(fromRoot('build', 'docs', 'shared-modules.ts'), {
    configFile: false,
    root: projectRoot,
    logLevel: 'warn',
  });
  return Object.values(/** @type {any} */ (module).sharedModules);
}

/** @param {readonly Readonly<Record<string, any>>[]} modules */
function nameSchemas(modules) {
  /** @type {ReturnType<typeof z.registry<Record<string, unknown>>>} */
  const names = z.registry();
  for (const [name, schema] of modules.flatMap((module) => Object.entries(module))) {
    if (!name.endsWith('Schema') || !(schema instanceof z.ZodType)) continue;
    names.add(schema, { id: `${name[0]?.toUpperCase()}${name.slice(1, -'Schema'.length)}` });
  }
  return names;
}

/** @param {z.core.$ZodTypes} schema made by `z.instanceof` */
function classNameOf(schema) {
  const { Class } = /** @type {{ Class?: { name: string } }} */ (schema._zod.bag);
  return Class?.name ?? 'unknown';
}

/** @returns {Promise<DocumentedContract>} */
export async function readContract() {
  const modules = await loadShared();
  const names = nameSchemas(modules);
  /** @type {Map<string, JsonSchema>} */
  const types = new Map();

  /**
   * @param {z.ZodType} schema
   * @param {typeof roles[number]} role
   * @returns {JsonSchema}
   */
  function convert(schema, role) {
    const { $defs = {}, ...own } = z.toJSONSchema(schema, {
      metadata: names,
      io: role === 'input' ? 'input' : 'output',
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => {
        // Bytes cross as they are, by structured clone; JSON Schema has no word for them.
        if (zodSchema._zod.def.type === 'custom') jsonSchema.title = classNameOf(zodSchema);
      },
    });
    for (const [name, definition] of Object.entries($defs)) types.set(name, definition);
    return own;
  }

  const { contract } = /** @type {any} */ (modules.find((module) => 'contract' in module));
  const calls = Object.entries(contract).map(([name, call]) => ({
    name,
    kind: call.kind,
    title: call.title,
    parts: roles.filter((role) => role in call).map((role) => ({ role, schema: convert(call[role], role) })),
  }));
  return { calls, types };
}
