import type { ByteString } from '../../kernel/byte-string.ts';
import type { Parameter, ParameterOrder, ParameterReading } from './parameters.ts';
import type { Refusal } from './signing-remark.ts';
import type { SigningInput } from './signing-input.ts';

/** The parts of a URL that a server needs for its base string. */
export interface RequestTarget {
  /** `http` or `https`, as the server sees it: behind a proxy that ends TLS this is not the scheme of the connection. */
  readonly scheme: string;
  /** Host and port as written in the URL, without user name and password. */
  readonly urlAuthority: string;
  /** The Host header where the request sets one itself. */
  readonly hostHeader: string | undefined;
  readonly path: string;
  /** The raw query without `?`; null where there is none. */
  readonly query: string | null;
}

/**
 * How one generation of servers builds the base string it compares with. Every profile answers the same questions; the
 * signer asks them in this order and knows no profile by name.
 */
export interface ServerProfile {
  /** What the profile stands for, for people. */
  readonly label: string;
  /** The signature methods it accepts. */
  readonly signatureMethods: readonly string[];
  /** The host, and the port where it counts, as they stand in the base string. */
  readonly buildAuthority: (target: RequestTarget) => string;
  /** The path as it stands in the base string, before it is encoded as a whole. */
  readonly buildPath: (path: string) => string;
  /** Reads the raw query. */
  readonly readQuery: (query: string) => ParameterReading;
  /** Whether a body of this content type takes part in the signature. */
  readonly isBodySigned: (contentType: string) => boolean;
  /** Reads such a body. */
  readonly readBody: (text: string) => ParameterReading;
  /** Whether a parameter of the Authorization header takes part; realm and oauth_signature never do. */
  readonly isHeaderParameterSigned: (name: string) => boolean;
  /** Settles names that occur more than once, over all sources. */
  readonly combine: (parameters: readonly Parameter[]) => ParameterReading;
  /** Encodes a value for the parameter string; names are always percent-encoded once. */
  readonly encodeValue: (value: ByteString) => string;
  /** The order of signing, and what to say of it where it differs from RFC 5849. */
  readonly order: { readonly compare: ParameterOrder; readonly remark: string };
  /** What this server will refuse or break on although the signature fits. */
  readonly listRefusals: (input: SigningInput, target: RequestTarget) => readonly Refusal[];
}
