// Names and values as the URL standard and RFC 5849 §3.4.1.3.1 read them, in queries and in form bodies alike.
import { percentDecodeForm } from './percent-encoding.ts';
import type { Parameter, ParameterReading } from './parameters.ts';

/** Splits a pair at its first `=`; the value is null where there is none. */
export function splitPair(pair: string): { readonly name: string; readonly value: string | null } {
  const position = pair.indexOf('=');
  if (position < 0) return { name: pair, value: null };
  return { name: pair.slice(0, position), value: pair.slice(position + 1) };
}

/** Reads `a=1&b=x+y&flag` as form fields: empty pairs are skipped, `+` is a space, a flag has the empty value. */
export function readFormPairs(text: string, origin: Parameter['origin']): ParameterReading {
  const parameters: Parameter[] = [];
  for (const [index, pair] of text.split('&').entries()) {
    if (pair === '') continue;
    const { name, value } = splitPair(pair);
    const pairIndex = origin === 'query' ? index : null;
    parameters.push({ name: percentDecodeForm(name), value: percentDecodeForm(value ?? ''), origin, pairIndex });
  }
  return { parameters, deviations: [] };
}
