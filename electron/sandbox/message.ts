// What the sandbox works on: the request as it came over the wire and the reply as it will go out. Neither knows the
// HTTP library, and nothing in a request is decoded or normalised, because signatures cover the bytes as sent.

/** One header line; order, case and duplicates are kept. */
export type HeaderLine = readonly [name: string, value: string];

export interface SandboxRequest {
  readonly method: string;
  /** The request target as sent, one character a byte, for example `/rest/V1/products/a%2Fb?fields=sku`. */
  readonly target: string;
  /** `target` up to the question mark. */
  readonly path: string;
  /** `target` after the question mark; empty where there is none. */
  readonly query: string;
  readonly headers: readonly HeaderLine[];
  readonly body: Uint8Array;
  /** Whether the client speaks TLS, to us or to a proxy that says so with `X-Forwarded-Proto: https`. */
  readonly isSecure: boolean;
}

export interface Reply {
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  readonly body: string;
}

/** The first value of a header, its name compared without case. */
export function findHeader(headers: readonly HeaderLine[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([candidate]) => candidate.toLowerCase() === wanted)?.[1];
}

/** Splits a request target at its first question mark. */
export function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const mark = target.indexOf('?');
  return mark < 0 ? { path: target, query: '' } : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** The request body as UTF-8 text. */
export function readBodyText(request: SandboxRequest): string {
  return Buffer.from(request.body).toString('utf8');
}
