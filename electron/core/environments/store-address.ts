// Guesses where a store may live from any of its URLs: an admin page, a product, a REST or GraphQL address.

/** What a pasted URL tells by itself. */
export interface StoreAddress {
  /** Base URLs that are worth a try, the longest path first, without trailing slash. */
  readonly candidates: readonly string[];
  /** The code in `/rest/<code>/V1`; empty where the URL has none. */
  readonly storeCode: string;
  readonly hostname: string;
}

/** Segments that never belong to a base URL, and neither does what follows them. */
const ownRoutes =
  /^(?:rest|graphql|soap|oauth|magento_version|swagger|V\d+|admin(?:_\w+)?|backend|catalog|catalogsearch|customer|checkout|cms|contact|sales|static|media|setup|health_check\.php)$/i;
/** More tries would be guesses, and each of them makes a store build a page. */
const maxCandidates = 5;

/** Reads a pasted URL; null where it is none. Without a scheme https is meant, and http on this computer. */
export function readStoreAddress(text: string): StoreAddress | null {
  const trimmed = text.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return null;
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)
    ? trimmed
    : `${/^(?:localhost|127\.|\[::1\])/i.test(trimmed) ? 'http' : 'https'}://${trimmed}`;
  if (!URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  if (!/^https?:$/.test(url.protocol) || url.hostname === '') return null;

  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const restCode = /\/rest\/([^/]+)\/(?:async\/)?(?:bulk\/)?(?:V\d+|schema)(?:\/|$)/.exec(url.pathname)?.[1];
  const routeAt = segments.findIndex((segment) => ownRoutes.test(segment));
  const kept = (routeAt < 0 ? segments : segments.slice(0, routeAt)).filter((segment) => !/\.html?$/i.test(segment));
  const lengths = Array.from({ length: kept.length + 1 }, (_, index) => kept.length - index);
  // The root is always tried; of a deep path only the start is likely to be a folder of Magento.
  const candidates = lengths.slice(-maxCandidates).map((length) => [url.origin, ...kept.slice(0, length)].join('/'));
  return {
    candidates,
    storeCode: restCode === undefined || restCode === 'async' ? '' : restCode,
    hostname: url.hostname,
  };
}
