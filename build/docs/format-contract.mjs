import { formatSchema } from './format-schema.mjs';

const introduction = `# Calls between window and main

Generated from \`shared/contract\` by \`npm run docs:ipc\`; do not edit.

A window reaches main through three functions that the preload puts on \`window.lodestone\`: \`call\`, \`cancel\` and \`subscribe\`
(\`shared/contract/envelope.ts\`). Main checks every input against its schema. A query only reads, a command changes something, a
stream tells events until it ends and can be cancelled, a topic is what main tells every window.
`;

/**
 * @param {import('./read-contract.mjs').DocumentedContract} contract
 * @returns {string} a Markdown document
 */
export function formatContract({ calls, types }) {
  const sections = calls.map(({ name, kind, title, parts }) => {
    const lines = parts.map(({ role, schema }) => `${role}: ${formatSchema(schema)}`);
    return `### ${name}\n\n${title} (${kind}).\n\n${formatCode(lines)}`;
  });
  const definitions = [...types]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => `### ${name}\n\n${formatCode([formatSchema(schema)])}`);
  return [introduction, '## Calls\n', ...sections, '## Types\n', ...definitions].join('\n');
}

/** @param {readonly string[]} lines */
const formatCode = (lines) => `\`\`\`ts\n${lines.join('\n').replace(/: \n/g, ':\n').replace(/^\n/, '')}\n\`\`\`\n`;
