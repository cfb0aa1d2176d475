// A request as it would be written to the wire now: variables filled in, the URL absolute.
import type { Environment } from '#shared/domain/environment/environment.ts';
import { splitUrl } from '#shared/domain/http/raw-url.ts';
import { buildTargetUrl } from '#shared/domain/http/request-target.ts';
import type { Request } from '#shared/domain/http/request.ts';
import { writePortableUrl } from '#shared/domain/oauth1/portable-url.ts';
import { resolveVariables } from '#shared/domain/variables/resolve.ts';

export interface WrittenRequest {
  /** Absolute, as typed. */
  readonly url: string;
  /** The row of the parameter table behind each pair between the `&` of the query; null for a pair of the URL itself. */
  readonly rowOfPair: readonly (number | null)[];
}

type Written = Pick<Request, 'url' | 'parameters'>;

/** Null where a variable is missing or nothing is typed yet: then there is nothing to say of it. */
export function writeRequest(
  { url, parameters }: Written,
  environment: Environment,
  scope: ReadonlyMap<string, string>,
): WrittenRequest | null {
  if (url.trim() === '') return null;
  const fill = (text: string): string | null => {
    const resolved = resolveVariables(text, scope);
    return resolved.ok ? resolved.value : null;
  };
  const path = fill(url);
  if (path === null) return null;
  const rows: (number | null)[] = countPairs(path) === 0 ? [] : Array<null>(countPairs(path)).fill(null);
  const filled: Written['parameters'][number][] = [];
  for (const [index, { name, value, isEnabled }] of parameters.entries()) {
    if (!isEnabled) continue;
    const row = { name: fill(name), value: value === null ? null : fill(value), isEnabled };
    if (row.name === null || (value !== null && row.value === null)) return null;
    filled.push({ ...row, name: row.name });
    const text = row.value === null ? row.name : `${row.name}=${row.value}`;
    rows.push(...text.split('&').map(() => index));
  }
  return { url: buildTargetUrl({ url: path, parameters: filled }, environment), rowOfPair: rows };
}

const countPairs = (url: string): number => splitUrl(url).query?.split('&').length ?? 0;

/** The URL that is sent, where it is another than the one typed; null where it is the same. */
export function sentForm(written: WrittenRequest | null, isExact: boolean): string | null {
  if (!written || isExact) return null;
  const sent = writePortableUrl(written.url);
  return sent === written.url ? null : sent;
}
