import { parsePhpFields } from './php-fields.ts';
import { decodeBytes } from './percent-encoding.ts';
import { parseMagentoHeader, protocolName } from './protocol-parameters.ts';

/** The places from which parameters are signed. */
export interface SignedSources {
  /** The Authorization header after the scheme. */
  readonly authorization: string;
  /** The raw query. */
  readonly query: string;
  /** The raw body where it is a form; null otherwise. */
  readonly form: string | null;
}

/**
 * The parameters of a request as every Magento gathers them (Magento\Framework\Oauth\Helper\Request): the header's, the
 * form's, then those of the query. A name that comes again keeps its last value, whatever its source. Null where an
 * array in the form makes Magento break (500).
 */
export function readMagentoParameters({
  authorization,
  query,
  form,
}: SignedSources): ReadonlyMap<string, string> | null {
  const parameters = new Map(parseMagentoHeader(authorization));
  const isHeaderBare = parameters.size === 0;
  for (const [name, value] of parsePhpFields(form ?? '')) {
    if (!isHeaderBare && protocolName.test(name)) continue;
    if (value === null) return null;
    parameters.set(name, value);
  }
  for (const pair of query.split('&')) {
    // Only pairs with exactly one raw `=` count, decoded without form rules; names of the protocol are left out.
    const [name = '', value, ...rest] = pair.split('=');
    if (value === undefined || rest.length > 0 || protocolName.test(name)) continue;
    parameters.set(decodeBytes(name), decodeBytes(value));
  }
  return parameters;
}
