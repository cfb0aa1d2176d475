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

/** Where a node stands, and whether a name above it answered the filter. */
interface Parent {
  readonly collectionId: string;
  readonly depth: number;
  readonly isShownWhole: boolean;
}

interface TreeView {
  /** The keys of closed collections and folders. */
  readonly closed: ReadonlySet<string>;
  readonly filter: string;
}

/** The lines of the tree that are in sight: children of closed folders are not, and a filter opens what leads to a match. */
export function visibleRows(collections: readonly Collection[], { closed, filter }: TreeView): CollectionRow[] {
  const wanted = filter.trim().toLowerCase();
  const isHit = (name: string) => wanted !== '' && name.toLowerCase().includes(wanted);

  const rowsOf = (parent: Parent, node: CollectionNode): CollectionRow[] => {
    const { path, name } = node;
    const { collectionId, depth } = parent;
    const key = rowKey(collectionId, path);
    const common = { key, depth, name, collectionId, path };
    if (node.kind === 'request') return [{ ...common, kind: 'request', method: node.method, isOpen: false }];
    const isOpen = wanted !== '' || !closed.has(key);
    const isShownWhole = parent.isShownWhole || isHit(name);
    const shown = isShownWhole ? node.children : node.children.filter((child) => matches(child, wanted));
    const within = { collectionId, depth: depth + 1, isShownWhole };
    return [
      { ...common, kind: 'folder', method: '', isOpen },
      ...(isOpen ? shown.flatMap((child) => rowsOf(within, child)) : []),
    ];
  };

  return collections.flatMap(({ id, name, nodes }) => {
    const shown = isHit(name) ? nodes : nodes.filter((node) => matches(node, wanted));
    if (wanted !== '' && shown.length === 0 && !isHit(name)) return [];
    const key = rowKey(id, '');
    const isOpen = wanted !== '' || !closed.has(key);
    const root = { key, depth: 0, name, collectionId: id, path: '', kind: 'collection', method: '', isOpen } as const;
    return [
      root,
      ...(isOpen
        ? shown.flatMap((node) => rowsOf({ collectionId: id, depth: 1, isShownWhole: isHit(name) }, node))
        : []),
    ];
  });
}
