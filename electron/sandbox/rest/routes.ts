// The routes that the sandbox serves, one file per group. Any other route of Magento answers 501 after authorisation.
import type { RouteFact } from './match-route.ts';
import type { Route } from './route.ts';
import { categoryRoutes } from './routes/category-routes.ts';
import { customerGroupRoutes } from './routes/customer-group-routes.ts';
import { customerRoutes } from './routes/customer-routes.ts';
import { directoryRoutes } from './routes/directory-routes.ts';
import { productRoutes } from './routes/product-routes.ts';
import { stockRoutes } from './routes/stock-routes.ts';
import { storeRoutes } from './routes/store-routes.ts';
import { tokenRoutes } from './routes/token-routes.ts';

const routeKey = ({ method, pattern }: { readonly method: string; readonly pattern: string }): string =>
  `${method} ${pattern}`;

const served: ReadonlyMap<string, Route> = new Map(
  [
    ...tokenRoutes,
    ...storeRoutes,
    ...directoryRoutes,
    ...productRoutes,
    ...stockRoutes,
    ...categoryRoutes,
    ...customerRoutes,
    ...customerGroupRoutes,
  ].map((route) => [routeKey(route), route]),
);

/** The route of the sandbox for a route of Magento; undefined where it is not served. */
export function findRoute(fact: RouteFact): Route | undefined {
  return served.get(routeKey(fact));
}
