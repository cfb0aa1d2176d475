import type { Collection, CollectionNode } from '#shared/domain/collection/collection.ts';

/** One visible line of the tree. */
export interface CollectionRow {
  readonly key: string;
  readonly depth: number;
  readonly name: string;
  readonly collectionId: string;
  readonly path: string;
  readonly kind: 'collection' | 'folder' | 'request';
  readonly method: string;
  readonly isOpen: boolean;
}

/** The key of a row; the collection itself has the empty path. */
export const rowKey = (collectionId: string, path: string) => `${collectionId}:${path}`;

const matches = (node: CollectionNode, wanted: string): boolean =>
  node.name.toLowerCase().includes(wanted) ||
  (node.kind === 'folder' && node.children.some((child) => matches(child, wanted)));

/** The lines of the tree that are in sight: children of closed folders are not, and a filter opens what leads to a match. */
export function visibleRows(
  collections: readonly Collection[],
  closed: ReadonlySet<string>,
  filter: string,
): CollectionRow[] {
  const wanted = filter.trim().toLowerCase();
  const rows: CollectionRow[] = [];
  const addNodes = (collectionId: string, nodes: readonly CollectionNode[], depth: number, isParentHit: boolean) => {
    for (const node of nodes) {
      if (wanted && !isParentHit && !matches(node, wanted)) continue;
      const key = rowKey(collectionId, node.path);
      const isFolder = node.kind === 'folder';
      const isOpen = isFolder && (wanted !== '' || !closed.has(key));
      const method = isFolder ? '' : node.method;
      rows.push({ key, depth, name: node.name, collectionId, path: node.path, kind: node.kind, method, isOpen });
      if (isFolder && isOpen) {
        addNodes(collectionId, node.children, depth + 1, isParentHit || node.name.toLowerCase().includes(wanted));
      }
    }
  };
  for (const { id, name, nodes } of collections) {
    const isHit = wanted !== '' && name.toLowerCase().includes(wanted);
    if (wanted && !isHit && !nodes.some((node) => matches(node, wanted))) continue;
    const key = rowKey(id, '');
    const isOpen = wanted !== '' || !closed.has(key);
    rows.push({ key, depth: 0, name, collectionId: id, path: '', kind: 'collection', method: '', isOpen });
    if (isOpen) addNodes(id, nodes, 1, isHit);
  }
  return rows;
}
