import routeFacts from '../facts/rest-routes.json' with { type: 'json' };
import { decodeFormBytes, fromByteText } from '../oauth/percent-encoding.ts';

/** A route of Magento 2.4.4, with the resource that a caller needs for it. */
export interface RouteFact {
  readonly method: string;
  readonly pattern: string;
  readonly resource: string;
  readonly segments: readonly string[];
}

export interface RouteMatch {
  readonly fact: RouteFact;
  readonly parameters: Readonly<Record<string, string>>;
}

const splitPath = (path: string): string[] => path.replace(/^\/+|\/+$/g, '').split('/');

function readFact(line: string): RouteFact {
  const [method = '', pattern = '', resource = ''] = line.split(' ');
  return { method, pattern, resource, segments: splitPath(pattern) };
}

const isVariable = (segment: string): boolean => segment.startsWith(':');

/** Static segments come before variables from left to right, so that `customers/search` is no customer's id. */
function compareFacts(left: RouteFact, right: RouteFact): number {
  for (const [index, segment] of left.segments.entries()) {
    const order = Number(isVariable(segment)) - Number(isVariable(right.segments[index] ?? ''));
    if (order !== 0) return order;
  }
  return 0;
}

/** Routes by method, number of segments and first name after `/V1`. */
function indexRoutes(facts: readonly RouteFact[]): ReadonlyMap<string, readonly RouteFact[]> {
  const index = new Map<string, RouteFact[]>();
  for (const fact of facts) {
    const key = indexKey(fact.method, fact.segments);
    const peers = index.get(key);
    if (peers) peers.push(fact);
    else index.set(key, [fact]);
  }
  for (const peers of index.values()) peers.sort(compareFacts);
  return index;
}

const indexKey = (method: string, segments: readonly string[]): string =>
  `${method} ${segments.length} ${segments[1] ?? ''}`;

const routeIndex = indexRoutes(routeFacts.map(readFact));

const fits = (fact: RouteFact, segments: readonly string[]): boolean =>
  fact.segments.every((wanted, index) => {
    const segment = segments[index] ?? '';
    return isVariable(wanted) ? segment !== '' : wanted === segment;
  });

/**
 * Finds the route of a path that begins with `/V1`. Names are compared as they are, with their case; the values of
 * variables are decoded with `+` as a space. Undefined where Magento has no such route or not for this method.
 */
export function matchRoute(method: string, path: string): RouteMatch | undefined {
  const segments = splitPath(path);
  const fact = routeIndex.get(indexKey(method, segments))?.find((candidate) => fits(candidate, segments));
  if (!fact) return undefined;
  const parameters = fact.segments.flatMap((name, index) =>
    isVariable(name) ? [[name.slice(1), fromByteText(decodeFormBytes(segments[index] ?? ''))] as const] : [],
  );
  return { fact, parameters: Object.fromEntries(parameters) };
}
