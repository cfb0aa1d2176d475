import { isKnownAttribute } from '../../data/product-attributes.ts';
import { readProductInput } from '../../data/product-input.ts';
import { type Product, productValues, renderProduct } from '../../data/product.ts';
import { type Fields, readEntity, readText } from '../arguments.ts';
import { refuseInput } from '../rest-fault.ts';
import type { Call, Route } from '../route.ts';
import { readSearchCriteria } from '../search-criteria.ts';
import { searchEntities } from '../search-entities.ts';

const toTexts = (value: unknown): string[] => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
};

/** The values of a product's field in a store view, for filters and sorting. */
function readField(product: Product, field: string, storeId: number): readonly string[] {
  const own: Readonly<Record<string, unknown>> = {
    entity_id: product.id,
    sku: product.sku,
    created_at: product.createdAt,
    updated_at: product.updatedAt,
    website_id: product.websiteIds,
    category_id: productValues(product, storeId)['category_ids'],
    quantity_and_stock_status: product.stock.isInStock ? 1 : 0,
  };
  return toTexts(Object.hasOwn(own, field) ? own[field] : productValues(product, storeId)[field]);
}

function saveProduct({ state, store, time }: Call, sku: string, entity: Fields): Product {
  return state.catalogue.save({ sku, input: readProductInput(entity, state.nextReport), storeId: store.id, time });
}

/** Products: search, one by its SKU, create or change with stock and images in one call, delete. */
export const productRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/V1/products',
    startsSession: true,
    handle: ({ state, input, store }) =>
      searchEntities(readSearchCriteria(input), {
        entities: state.catalogue.list(),
        read: (product, field) => readField(product, field, store.id),
        isKnownField: isKnownAttribute,
        render: (product) => renderProduct(product, store.id, 'listed'),
      }),
  },
  {
    method: 'POST',
    pattern: '/V1/products',
    startsSession: true,
    handle: (call) => {
      const entity = readEntity(call.input, 'product');
      const sku = entity['sku'] === undefined ? '' : readText(entity['sku']).trim();
      if (sku === '') throw refuseInput('The "SKU" attribute value is empty. Set the attribute and try again.');
      const form = call.state.catalogue.has(sku) ? 'single' : 'created';
      return renderProduct(saveProduct(call, sku, entity), call.store.id, form);
    },
  },
  {
    method: 'GET',
    pattern: '/V1/products/:sku',
    startsSession: true,
    handle: ({ state, input, store }) => renderProduct(state.catalogue.get(readText(input['sku'])), store.id, 'single'),
  },
  {
    method: 'PUT',
    pattern: '/V1/products/:sku',
    startsSession: true,
    handle: (call) => {
      const sku = readText(call.input['sku']);
      const form = call.state.catalogue.has(sku) ? 'single' : 'created';
      return renderProduct(saveProduct(call, sku, readEntity(call.input, 'product')), call.store.id, form);
    },
  },
  {
    method: 'DELETE',
    pattern: '/V1/products/:sku',
    startsSession: true,
    handle: ({ state, input }) => {
      state.catalogue.remove(readText(input['sku']));
      return true;
    },
  },
  {
    method: 'GET',
    pattern: '/V1/products/:sku/media',
    startsSession: true,
    handle: ({ state, input }) => state.catalogue.get(readText(input['sku'])).media,
  },
];
