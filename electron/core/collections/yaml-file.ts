// The only place that knows YAML. A change is made in the parsed document, node by node, so that comments, order and
// everything that we don't understand stay where they are; a file that is only read again comes out the same.
import { Document, isMap, isScalar, isSeq, parseDocument, visit, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { isDeepStrictEqual } from 'node:util';
import { isDocumentObject, type DocumentObject } from '#shared/domain/collection/document.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

// Texts such as `yes` or `2026-11-23` are quoted, since tools that read YAML 1.1 would make something else of them.
const parseOptions = { compat: 'yaml-1.1', prettyErrors: true } as const;
// Long URLs are not folded, and a body's lines stand as they are.
const formatOptions = { lineWidth: 0, blockQuote: 'literal' } as const;

/** Parses a YAML text into plain values; the error is a sentence with the line. */
export function parseYaml(text: string): Result<unknown, string> {
  const document = parseDocument(text, parseOptions);
  const [problem] = document.errors;
  if (problem) {
    const line = problem.linePos?.[0].line;
    const reason = /^.*?(?= at line|\n|$)/.exec(problem.message)?.[0] ?? problem.code;
    return err(`The file is no valid YAML${line === undefined ? '' : ` (line ${line})`}: ${reason}.`);
  }
  try {
    return ok(document.toJS({ maxAliasCount: 100 }) as unknown);
  } catch (error) {
    return err(`The file can’t be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** Writes a value as a new YAML text, keys in their order. */
export function formatYaml(value: DocumentObject): string {
  return format(new Document(value, parseOptions));
}

/** Brings a valid YAML text to a new value, touching only what differs. */
export function updateYaml(text: string, value: DocumentObject): string {
  const document = parseDocument(text, parseOptions);
  const before = document.toJS() as unknown;
  if (isDeepStrictEqual(before, value)) return text;
  if (!isMap(document.contents)) return formatYaml(value);
  updateMap(document, document.contents, { before: isDocumentObject(before) ? before : {}, after: value });
  return format(document);
}

/** A value as it stands in the text, and as it is to stand there. */
interface Change<T> {
  readonly before: T;
  readonly after: T;
}

function updateNode(document: Document, node: unknown, { before, after }: Change<unknown>): unknown {
  if (isDeepStrictEqual(before, after)) return node;
  if (isMap(node) && isDocumentObject(before) && isDocumentObject(after)) {
    return updateMap(document, node, { before, after });
  }
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) {
    return updateSequence(document, node, { before, after });
  }
  const made = document.createNode(after);
  // A remark behind or before a value belongs to its place.
  if (isScalar(node) && isScalar(made)) {
    Object.assign(made, { comment: node.comment, commentBefore: node.commentBefore });
  }
  return made;
}

function updateMap(document: Document, map: YAMLMap, { before, after }: Change<DocumentObject>): YAMLMap {
  const pairs = new Map(map.items.map((pair) => [keyOf(pair), pair]));
  map.items = Object.keys(after).map((key) => {
    const pair = pairs.get(key);
    if (!pair) return document.createPair(key, after[key]);
    pair.value = updateNode(document, pair.value, { before: before[key], after: after[key] });
    return pair;
  });
  return map;
}

function keyOf(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key);
}

/** Rows that stay keep their nodes wherever they move, rows of the same name are changed, all others are made. */
function updateSequence(document: Document, sequence: YAMLSeq, change: Change<readonly unknown[]>): YAMLSeq {
  const { before, after } = change;
  const unused = new Set(before.keys());
  const take = (matches: (old: unknown) => boolean): number | undefined => {
    const index = [...unused].find((candidate) => matches(before[candidate]));
    if (index !== undefined) unused.delete(index);
    return index;
  };
  const same = after.map((value) => take((old) => isDeepStrictEqual(old, value)));
  const nodes: readonly unknown[] = sequence.items;
  sequence.items = after.map((value, place) => {
    const index = same[place] ?? take((old) => isSameRow(old, value));
    if (index === undefined) return document.createNode(value);
    return updateNode(document, nodes[index], { before: before[index], after: value });
  });
  return sequence;
}

function isSameRow(left: unknown, right: unknown): boolean {
  return isDocumentObject(left) && isDocumentObject(right) && 'name' in left && left['name'] === right['name'];
}

/**
 * Formats a document. Only plain runs of lines are written as blocks: the parser would not give back a block with lines
 * of blanks, blanks in front, or line ends of other systems, so such texts are quoted.
 */
function format(document: Document): string {
  visit(document, {
    Scalar(_key, scalar) {
      if (typeof scalar.value === 'string' && /[\n\r]/.test(scalar.value) && !isPlainLines(scalar.value)) {
        scalar.type = 'QUOTE_DOUBLE';
      }
    },
  });
  return document.toString(formatOptions);
}

function isPlainLines(text: string): boolean {
  return (
    /^\S/.test(text) && !/\n[ \t]+(?:\n|$)|\n\n$|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text)
  );
}
