import { renderStockItem } from '../../data/stock-item.ts';
import { readEntity, readInteger, readText } from '../arguments.ts';
import type { Route } from '../route.ts';

/** Stock items, by the SKU of their product. */
export const stockRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/V1/stockItems/:productSku',
    startsSession: true,
    handle: ({ state, input }) => {
      const product = state.catalogue.get(readText(input['productSku']));
      return renderStockItem(product.id, product.stock);
    },
  },
  {
    method: 'PUT',
    pattern: '/V1/products/:productSku/stockItems/:itemId',
    startsSession: true,
    handle: ({ state, input, time }) => {
      readInteger(input['itemId']);
      return state.catalogue.setStock(readText(input['productSku']), readEntity(input, 'stockItem'), time).id;
    },
  },
];
