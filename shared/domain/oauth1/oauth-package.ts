// The one file that knows the package `oauth-1.0a`. It joins the base string, builds the key, calls the hash and writes the
// header. What it would get wrong it is not asked: it never sees a raw URL, and encoding and parameter order are ours
// (docs/adr/0010-oauth-1.0a.md).
import OAuth from 'oauth-1.0a';
import type { HeaderPair } from '../http/headers.ts';
import { percentEncode } from './percent-encoding.ts';

/** What the package is given: everything decided, nothing to interpret. */
export interface PackageInput {
  readonly method: string;
  /** Scheme, authority and path, normalised, without query. */
  readonly baseUrl: string;
  /** The parameters in signing order, encoded and joined. */
  readonly parameterString: string;
  readonly consumerSecret: string;
  readonly tokenSecret: string | null;
  /** The parameters of the Authorization header without `oauth_signature`. */
  readonly headerParameters: readonly HeaderPair[];
  readonly realm: string | undefined;
  /** Makes the signature of the base string with the key; null where it can't, and then nothing is made. */
  readonly sign: (baseString: string, key: string) => string | null;
}

/** What the package makes of it. */
export interface PackageOutput {
  readonly baseString: string;
  readonly signature: string;
  readonly authorizationHeader: string;
}

/** Signs with the package. */
export function signWithPackage(input: PackageInput): PackageOutput | null {
  let baseString = '';
  const oauth = new OAuth({
    consumer: { key: '', secret: input.consumerSecret },
    hash_function: (text, key) => {
      baseString = text;
      return input.sign(text, key) ?? '';
    },
    ...(input.realm === undefined ? {} : { realm: escapeQuoted(input.realm) }),
  });
  oauth.percentEncode = percentEncode;
  oauth.getParameterString = () => input.parameterString;
  const data = Object.fromEntries(input.headerParameters) as unknown as OAuth.Data;
  const signature = oauth.getSignature(
    { method: input.method, url: input.baseUrl },
    input.tokenSecret ?? undefined,
    data,
  );
  // No method makes an empty signature: this is how the port's refusal comes through the package.
  if (signature === '') return null;
  const { Authorization } = oauth.toHeader({ ...data, oauth_signature: signature });
  return { baseString, signature, authorizationHeader: Authorization + formatForeign(input.headerParameters) };
}

/** The package drops header parameters that do not begin with `oauth_`; RFC 5849 §3.5.1 allows them. */
function formatForeign(parameters: readonly HeaderPair[]): string {
  return parameters
    .filter(([name]) => !name.startsWith('oauth_'))
    .map(([name, value]) => `, ${percentEncode(name)}="${percentEncode(value)}"`)
    .join('');
}

/** A realm is a quoted string (RFC 7235 §2.2); the package puts it between quotes as it is. */
function escapeQuoted(text: string): string {
  return text.replace(/["\\]/g, '\\$&');
}
