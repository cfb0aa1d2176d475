import { asList, readEntity, readInteger } from '../arguments.ts';
import { refuseInput } from '../rest-fault.ts';
import type { Call, Route } from '../route.ts';

function countProducts({ state }: Call, categoryId: number): number {
  return state.catalogue
    .list()
    .filter((product) => asList(product.values['category_ids']).map(Number).includes(categoryId)).length;
}

/** Categories: the tree, one by its id, and a new one. */
export const categoryRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/V1/categories',
    handle: (call) => {
      const { rootCategoryId, depth } = call.input;
      const rootId = rootCategoryId === undefined ? call.state.seed.categories.id : readInteger(rootCategoryId);
      const levels = depth === undefined ? Number.POSITIVE_INFINITY : readInteger(depth);
      return call.state.categories.renderTree(rootId, levels, (id) => countProducts(call, id));
    },
  },
  {
    method: 'GET',
    pattern: '/V1/categories/:categoryId',
    handle: ({ state, input }) => state.categories.render(readInteger(input['categoryId'])),
  },
  {
    method: 'POST',
    pattern: '/V1/categories',
    startsSession: true,
    handle: ({ state, input, time }) => {
      const entity = readEntity(input, 'category');
      if (!entity['name']) throw refuseInput('The "Name" attribute value is empty. Set the attribute and try again.');
      return state.categories.render(state.categories.add(entity, time));
    },
  },
];
