// What the full-text search finds an exchange by. Everything here is masked already: it comes from what is recorded.
import type { HeaderPair } from '#shared/domain/http/headers.ts';
import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import type { SqliteDatabase } from './sqlite.ts';

/** How much of a body is searchable; more would make the index larger than the bodies are worth. */
export const searchableBodyBytes = 256 * 1024;

const textTypePattern = /^text\/|[/+](?:json|xml|javascript|x-www-form-urlencoded|graphql|x-ndjson)\b/i;

/** The three columns of the index. */
export interface SearchText {
  readonly url: string;
  readonly headers: string;
  readonly body: string;
}

/**
 * Makes an exchange findable by its text, inside the caller's transaction. Once, when it has ended: rows that are taken
 * out of the index again cost more than those that are put in.
 */
export function indexText(database: SqliteDatabase, sequence: number, texts: SearchText): void {
  database.run('INSERT INTO exchange_text (rowid, url, headers, body) VALUES (?, ?, ?, ?)', [
    sequence,
    texts.url,
    texts.headers,
    texts.body,
  ]);
}

/** Collects an exchange's searchable text; `answer` is the beginning of the response body, decoded from no encoding. */
export function collectSearchText(exchange: Exchange, answer: Uint8Array | null): SearchText {
  const hops = exchange.attempts.flatMap((attempt) => attempt.hops);
  const urls = [exchange.request.url, ...hops.map((hop) => hop.request.url)];
  const requestHeaders = exchange.request.headers.map(({ name, value }): HeaderPair => [name, value]);
  const headers = [requestHeaders, ...hops.flatMap((hop) => [hop.request.headers, hop.response?.headers ?? []])];
  const bodies = hops.length > 0 ? hops.map((hop) => hop.request.bodyText ?? '') : [typedBody(exchange)];
  return {
    url: unique([exchange.requestName, ...urls, ...urls.map(decodeEscapes)]),
    headers: unique(headers.flat().map(([name, value]) => `${name}: ${value}`)),
    body: unique([...bodies, answer ? decodeAnswer(exchange, answer) : '']),
  };
}

function typedBody({ request }: Exchange): string {
  return request.body.kind === 'none' ? '' : request.body.text;
}

/** `sku%5B0%5D` is found by `sku[0]` too. */
function decodeEscapes(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function decodeAnswer(exchange: Exchange, answer: Uint8Array): string {
  const contentType = exchange.body?.contentType ?? '';
  if (contentType !== '' && !textTypePattern.test(contentType)) return '';
  return new TextDecoder('utf-8').decode(answer.subarray(0, searchableBodyBytes));
}

function unique(texts: readonly string[]): string {
  return [...new Set(texts)].filter((text) => text !== '').join('\n');
}
