import type { Fields } from '../rest/arguments.ts';
import { noSuchEntity } from '../rest/rest-fault.ts';
import type { Seed, SeedCategory } from '../seed/seed.ts';
import { toUrlKey } from './product.ts';

interface Category {
  readonly id: number;
  readonly parentId: number;
  readonly name: string;
  readonly isActive: boolean;
  readonly position: number;
  readonly level: number;
  readonly createdAt: string;
}

/** The categories of a sandbox, in memory. */
export interface CategoryTree {
  /** A category and those below it, `depth` levels deep; 404 where the root does not exist. */
  renderTree(rootId: number, depth: number, countProducts: (categoryId: number) => number): Fields;
  /** One category as the API returns it; 404 where it does not exist. */
  render(id: number): Fields;
  add(entity: Fields, time: string): number;
}

function flatten(category: SeedCategory): Category[] {
  const { id, parent_id: parentId, name, is_active: isActive, position, level } = category;
  const createdAt = '2026-01-05 08:00:00';
  return [{ id, parentId, name, isActive, position, level, createdAt }, ...category.children_data.flatMap(flatten)];
}

function renderCategory(category: Category, path: string, children: readonly Category[]): Fields {
  const attributes: Readonly<Record<string, string>> = {
    is_anchor: '1',
    path,
    children_count: String(children.length),
    url_key: toUrlKey(category.name),
    url_path: toUrlKey(category.name),
  };
  return {
    id: category.id,
    parent_id: category.parentId,
    name: category.name,
    is_active: category.isActive,
    position: category.position,
    level: category.level,
    children: children.map(({ id }) => id).join(','),
    created_at: category.createdAt,
    updated_at: category.createdAt,
    path,
    include_in_menu: true,
    custom_attributes: Object.entries(attributes).map(([code, value]) => ({ attribute_code: code, value })),
  };
}

/** The categories of a seed. */
export function createCategoryTree(seed: Seed): CategoryTree {
  const categories = new Map(flatten(seed.categories).map((category) => [category.id, category]));
  const get = (id: number): Category => {
    const category = categories.get(id);
    if (!category) throw noSuchEntity('id', id);
    return category;
  };
  const childrenOf = (id: number): Category[] =>
    [...categories.values()]
      .filter(({ parentId }) => parentId === id)
      .sort((left, right) => left.position - right.position);
  const pathOf = (category: Category): string => {
    const parent = categories.get(category.parentId);
    return `${parent ? pathOf(parent) : category.parentId}/${category.id}`;
  };

  const renderTree: CategoryTree['renderTree'] = (rootId, depth, countProducts) => {
    const { id, parentId, name, isActive, position, level } = get(rootId);
    const children = depth > 0 ? childrenOf(id).map((child) => renderTree(child.id, depth - 1, countProducts)) : [];
    return {
      id,
      parent_id: parentId,
      name,
      is_active: isActive,
      position,
      level,
      product_count: countProducts(id),
      children_data: children,
    };
  };

  return {
    renderTree,
    render: (id) => renderCategory(get(id), pathOf(get(id)), childrenOf(id)),
    add: (entity, time) => {
      const parent = get(Number(entity['parent_id'] ?? seed.categories.id));
      const id = Math.max(...categories.keys()) + 1;
      categories.set(id, {
        id,
        parentId: parent.id,
        name: String(entity['name']),
        isActive: entity['is_active'] !== false,
        position: childrenOf(parent.id).length + 1,
        level: parent.level + 1,
        createdAt: time,
      });
      return id;
    },
  };
}
