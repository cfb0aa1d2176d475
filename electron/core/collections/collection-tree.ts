import { readdirSync, statSync, type Dirent } from 'node:fs';
import { basename, join } from 'node:path';
import type { Collection, CollectionNode } from '#shared/domain/collection/collection.ts';
import { isDocumentObject, objectAt, textAt, type DocumentObject } from '#shared/domain/collection/document.ts';
import type { Result } from '#shared/kernel/result.ts';
import { isRequestFile } from './collection-path.ts';
import { readRequestFile, readText } from './request-file.ts';
import { parseYaml } from './yaml-file.ts';

interface RankedNode {
  readonly node: CollectionNode;
  readonly sequence: number | null;
}

interface Summary {
  readonly name: string;
  readonly method: string;
  readonly sequence: number | null;
}

/** What was read of a file, as long as its size and time stay the same: parsing YAML is what a list costs. */
export type SummaryCache = Map<string, { readonly stamp: string; readonly summary: Result<Summary, string> }>;

/** Folders that hold no requests: Bruno's environments at the top, and what tools leave behind. */
const skippedFolders = ['node_modules'];
const environmentsFolder = 'environments';
/** Deeper than anyone files requests; a mistaken folder must not keep the list from ending. */
const deepestLevel = 16;

/** Reads a collection's tree from its folder; what can't be read is a problem by its path, never a failure. */
export function readCollection(id: string, directory: string, cache: SummaryCache): Collection {
  const problems: { path: string; message: string }[] = [];
  const root = readDescription(directory, 'opencollection');
  if (root.problem) problems.push({ path: 'opencollection.yml', message: root.problem });
  const refusal = refuseRoot(root.document);
  if (refusal) problems.push({ path: 'opencollection.yml', message: refusal });
  const nodes = refusal ? [] : readFolder({ directory, path: '', problems, cache });
  return {
    id,
    name: textAt(objectAt(root.document, 'info'), 'name') ?? basename(directory),
    directory,
    nodes,
    problems,
  };
}

/** The highest `seq` in a folder; 0 where none has one. */
export function highestSequence(directory: string): number {
  const sequences = readEntries(directory).map((entry) => {
    if (entry.isDirectory()) return sequenceOf(readDescription(join(directory, entry.name), 'folder').document);
    const file = isRequestFile(entry.name) ? readRequestFile(join(directory, entry.name)) : undefined;
    return file?.ok ? file.value.sequence : null;
  });
  return Math.max(0, ...sequences.map((sequence) => sequence ?? 0));
}

interface FolderScan {
  readonly directory: string;
  readonly path: string;
  readonly problems: { path: string; message: string }[];
  readonly cache: SummaryCache;
}

function readFolder(scan: FolderScan): CollectionNode[] {
  const folders: RankedNode[] = [];
  const requests: RankedNode[] = [];
  for (const entry of readEntries(join(scan.directory, scan.path))) {
    const path = scan.path === '' ? entry.name : `${scan.path}/${entry.name}`;
    if (entry.isDirectory()) {
      const folder = isSkipped(entry.name, scan.path) ? undefined : describeFolder(scan, path);
      if (folder) folders.push(folder);
    } else if (entry.isFile() && isRequestFile(entry.name)) {
      const request = describeRequest(scan, path);
      if (request) requests.push(request);
    }
  }
  return [...folders.sort(compare), ...requests.sort(compare)].map(({ node }) => node);
}

function describeFolder(scan: FolderScan, path: string): RankedNode | undefined {
  if (path.split('/').length > deepestLevel) {
    scan.problems.push({ path, message: `Folders are read to a depth of ${deepestLevel}.` });
    return undefined;
  }
  const { document, problem } = readDescription(join(scan.directory, path), 'folder');
  if (problem) scan.problems.push({ path: `${path}/folder.yml`, message: problem });
  const name = textAt(objectAt(document, 'info'), 'name') ?? basename(path);
  const children = readFolder({ ...scan, path });
  return { node: { kind: 'folder', path, name, children }, sequence: sequenceOf(document) };
}

function describeRequest({ directory, problems, cache }: FolderScan, path: string): RankedNode | undefined {
  const summary = summarise(join(directory, path), cache);
  if (!summary) return undefined;
  if (!summary.ok) {
    problems.push({ path, message: summary.error });
    return undefined;
  }
  const { name, method, sequence } = summary.value;
  return { node: { kind: 'request', path, name, method }, sequence };
}

function summarise(path: string, cache: SummaryCache): Result<Summary, string> | undefined {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return undefined;
  const stamp = `${status.ino} ${status.size} ${status.mtimeMs}`;
  const known = cache.get(path);
  if (known?.stamp === stamp) return known.summary;
  const file = readRequestFile(path);
  if (!file) return undefined;
  const summary: Result<Summary, string> = file.ok
    ? { ok: true, value: { name: file.value.name, method: file.value.request.method, sequence: file.value.sequence } }
    : file;
  cache.set(path, { stamp, summary });
  return summary;
}

/** The file that describes a collection or a folder; an empty document where there is none. */
function readDescription(
  directory: string,
  stem: 'opencollection' | 'folder',
): { readonly document: DocumentObject; readonly problem?: string } {
  for (const extension of ['yml', 'yaml']) {
    const text = readText(join(directory, `${stem}.${extension}`));
    if (!text) continue;
    const parsed = text.ok ? parseYaml(text.value) : text;
    if (!parsed.ok) return { document: {}, problem: parsed.error };
    return { document: isDocumentObject(parsed.value) ? parsed.value : {} };
  }
  return { document: {} };
}

function refuseRoot(document: DocumentObject): string | undefined {
  const version = textAt(document, 'opencollection') ?? '1';
  if (!/^1(?:\.|$)/.test(version))
    return `The collection is in version ${version} of the format; this release reads 1.`;
  if (document['bundled'] === true)
    return 'The collection is bundled in this one file; only folders of files are read.';
  return undefined;
}

function readEntries(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isSkipped(name: string, parent: string): boolean {
  return name.startsWith('.') || skippedFolders.includes(name) || (parent === '' && name === environmentsFolder);
}

function sequenceOf(document: DocumentObject): number | null {
  const sequence = objectAt(document, 'info')['seq'];
  return typeof sequence === 'number' ? sequence : null;
}

/** By `seq` where both have one, those without behind, then by name as people sort (2 before 10). */
function compare(left: RankedNode, right: RankedNode): number {
  const rank = ({ sequence }: RankedNode) => sequence ?? Number.POSITIVE_INFINITY;
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  return left.node.name.localeCompare(right.node.name, 'en', { numeric: true, sensitivity: 'base' });
}
