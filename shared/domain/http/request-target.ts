import type { Environment } from '../environment/environment.ts';
import { formatUrl } from './parameters.ts';
import { isAbsoluteUrl } from './raw-url.ts';
import type { Request } from './request.ts';

/** A path that starts with Magento's API version, also of the asynchronous and bulk interfaces. */
const versionedPath = /^\/?(?:async\/(?:bulk\/)?)?V\d+(?:[/?#]|$)/;

/**
 * The absolute URL that a request means in an environment: an absolute URL stays; `/V1/…` goes below
 * `/rest/<store code>`, without the segment when the code is empty; any other path below the base URL.
 */
export function buildTargetUrl(
  request: Pick<Request, 'url' | 'parameters'>,
  environment: Pick<Environment, 'baseUrl' | 'storeCode'>,
): string {
  const text = formatUrl(request.url.trim(), request.parameters);
  if (isAbsoluteUrl(text)) return text;
  const base = environment.baseUrl.replace(/\/+$/, '');
  const path = text.startsWith('/') || text === '' ? text : `/${text}`;
  if (!versionedPath.test(path)) return `${base}${path}`;
  const store = environment.storeCode === '' ? '' : `/${environment.storeCode}`;
  return `${base}/rest${store}${path}`;
}
