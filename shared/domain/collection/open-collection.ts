// One request as an OpenCollection 1.0.0 document and as what the user edits. The format has no field for who a request
// is sent as and takes no unknown keys, so that stands among the tags as `as:<name>`. The URL holds the query too, as
// Bruno writes it; the list of parameters beside it knows the rows that are switched off.
import { err, ok, type Result } from '../../kernel/result.ts';
import { formatUrl, parseQuery, reconcile, splitUrlText } from '../http/parameters.ts';
import type { HeaderRow, Parameter, Request, RequestBody } from '../http/request.ts';
import { defaultSettings } from '../settings/settings.ts';
import { isDocumentObject, mergeRows, objectAt, rowsAt, textAt, withKeys, type DocumentObject } from './document.ts';

/** A request of a file; `sequence` is its place among its neighbours, null where the file names none. */
export interface RequestDocument {
  readonly name: string | null;
  readonly sequence: number | null;
  readonly request: Request;
}

const order = {
  document: ['info', 'http', 'runtime', 'settings', 'examples', 'docs'],
  info: ['name', 'description', 'type', 'seq', 'tags'],
  http: ['method', 'url', 'params', 'headers', 'body', 'auth'],
  body: ['type', 'data'],
} as const;

const sendAsTag = 'as:';
const exactTag = 'exact';
const editableBodies = ['json', 'xml', 'text'] as const;

/** Reads a request; the error is a sentence for the list of problems. */
export function parseRequestDocument(document: unknown): Result<RequestDocument, string> {
  if (!isDocumentObject(document)) return err('The file holds no OpenCollection request.');
  const kind = kindOf(document);
  if (kind !== 'http') return err(`The file holds ${kind}, which Lodestone does not send. It is left as it is.`);
  const http = objectAt(document, 'http');
  const body = parseBody(http['body']);
  if (!body.ok) return body;
  const info = objectAt(document, 'info');
  const sequence = info['seq'];
  return ok({
    name: textAt(info, 'name') ?? null,
    sequence: typeof sequence === 'number' ? sequence : null,
    request: {
      method: (textAt(http, 'method') ?? 'GET').toUpperCase(),
      ...parseUrl(http),
      headers: rowsAt(http, 'headers').map(parseHeader),
      body: body.value,
      sendAs: parseSendAs(info),
      isExact: tagsOf(info).includes(exactTag),
      timeoutMs: parseTimeout(document),
      notes: textAt(document, 'docs') ?? '',
    },
  });
}

/** Writes a request into its document; what the document holds besides stays. `{}` makes a new one. */
export function mergeRequestDocument(
  document: DocumentObject,
  { name, sequence, request }: { readonly name: string; readonly sequence: number | null; readonly request: Request },
): DocumentObject {
  const isNew = Object.keys(document).length === 0;
  const info = objectAt(document, 'info');
  const http = objectAt(document, 'http');
  const mergedInfo = withKeys(
    info,
    { name, type: 'http', seq: sequence ?? undefined, tags: mergeTags(info, request) },
    order.info,
  );
  const mergedHttp = withKeys(
    http,
    {
      method: request.method,
      url: formatUrl(request.url, request.parameters),
      params: unlessEmpty(mergeParameters(rowsAt(http, 'params'), request.parameters)),
      headers: unlessEmpty(mergeRows(rowsAt(http, 'headers'), request.headers.map(formatRow))),
      body: mergeBody(http['body'], request.body),
      // Whom we send as stands in the tags; a tool that knows only `auth` then takes what its user sets for the collection.
      ...(isNew ? { auth: 'inherit' } : {}),
    },
    order.http,
  );
  return withKeys(
    document,
    {
      info: mergedInfo,
      http: mergedHttp,
      settings: mergeTimeout(document, request.timeoutMs),
      docs: request.notes === '' ? undefined : request.notes,
    },
    order.document,
  );
}

const itemKinds: Readonly<Record<string, string>> = {
  graphql: 'a GraphQL item',
  grpc: 'a gRPC item',
  websocket: 'a WebSocket item',
  folder: 'a folder',
  script: 'a script',
  app: 'an app',
};

function kindOf(document: DocumentObject): string {
  const type = textAt(objectAt(document, 'info'), 'type') ?? textAt(document, 'type');
  if (type === undefined) return isDocumentObject(document['http']) ? 'http' : 'no request';
  return type === 'http' ? 'http' : (itemKinds[type] ?? `an item of the unknown type “${type}”`);
}

function parseUrl(http: DocumentObject): Pick<Request, 'url' | 'parameters'> {
  const text = textAt(http, 'url') ?? '';
  const listed = rowsAt(http, 'params').filter(isQueryRow).map(parseParameter);
  const { url, query } = splitUrlText(text);
  if (query === null) return { url, parameters: listed };
  // Where the URL has a query it is what is sent, and it alone knows a flag from an empty value; the list then only adds
  // the rows that are switched off. Where someone changed one and not the other, their places are found again.
  const sent = parseQuery(query);
  if (listed.filter(({ isEnabled }) => isEnabled).length !== sent.length) return reconcile(listed, text);
  const inOrder = sent.values();
  return { url, parameters: listed.map((row) => (row.isEnabled ? (inOrder.next().value ?? row) : row)) };
}

function isQueryRow(row: DocumentObject): boolean {
  return row['type'] !== 'path';
}

function parseParameter(row: DocumentObject): Parameter {
  return { name: textAt(row, 'name') ?? '', value: textAt(row, 'value') ?? null, isEnabled: row['disabled'] !== true };
}

function mergeParameters(
  before: readonly DocumentObject[],
  parameters: readonly Parameter[],
): readonly DocumentObject[] {
  const rows = parameters.map(({ name, value, isEnabled }) => ({
    ...formatRow({ name, value: value ?? '', isEnabled }),
    type: 'query',
  }));
  return [...mergeRows(before.filter(isQueryRow), rows), ...before.filter((row) => !isQueryRow(row))];
}

function parseHeader(row: DocumentObject): HeaderRow {
  return { name: textAt(row, 'name') ?? '', value: textAt(row, 'value') ?? '', isEnabled: row['disabled'] !== true };
}

function formatRow({ name, value, isEnabled }: HeaderRow): DocumentObject {
  return { name, value, disabled: isEnabled ? undefined : true };
}

function parseSendAs(info: DocumentObject): string | null {
  const tag = tagsOf(info).find((candidate) => candidate.startsWith(sendAsTag));
  return tag === undefined ? null : tag.slice(sendAsTag.length);
}

/** Our own tags are renewed where the first of them stands; those of others stay. */
function mergeTags(info: DocumentObject, { sendAs, isExact }: Request): readonly unknown[] | undefined {
  const tags = Array.isArray(info['tags']) ? (info['tags'] as readonly unknown[]) : [];
  const isOurs = (tag: unknown) => typeof tag === 'string' && (tag.startsWith(sendAsTag) || tag === exactTag);
  const place = tags.findIndex(isOurs);
  const others = tags.filter((tag) => !isOurs(tag));
  const ours = [...(sendAs === null ? [] : [`${sendAsTag}${sendAs}`]), ...(isExact ? [exactTag] : [])];
  others.splice(place < 0 ? others.length : place, 0, ...ours);
  return unlessEmpty(others);
}

function tagsOf(info: DocumentObject): readonly string[] {
  const tags = info['tags'];
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
}

function parseTimeout(document: DocumentObject): number {
  const timeout = objectAt(document, 'settings')['timeout'];
  const isUsable = typeof timeout === 'number' && Number.isFinite(timeout) && timeout >= 0;
  return isUsable ? Math.round(timeout) : defaultSettings.defaultTimeoutMs;
}

function mergeTimeout(document: DocumentObject, timeoutMs: number): DocumentObject | undefined {
  const settings = isDocumentObject(document['settings']) ? document['settings'] : undefined;
  // A timeout that is as it was read is not written, so that “inherit” stays what it is.
  if (timeoutMs === parseTimeout(document)) return settings;
  return withKeys(settings ?? {}, { timeout: timeoutMs }, ['timeout']);
}

/** The body of a request, or the chosen one of its variants. */
function chosenBody(body: unknown): unknown {
  if (!Array.isArray(body)) return body;
  const variants = body.filter(isDocumentObject);
  return (variants.find((variant) => variant['selected'] === true) ?? variants[0])?.['body'];
}

function parseBody(stored: unknown): Result<RequestBody, string> {
  const body = chosenBody(stored);
  if (!isDocumentObject(body)) return ok({ kind: 'none' });
  const type = textAt(body, 'type') ?? '';
  const kind = editableBodies.find((candidate) => candidate === type);
  if (kind) return ok({ kind, text: textAt(body, 'data') ?? '' });
  return err(`The body is of the type “${type}”, which this release does not send. The file is left as it is.`);
}

function mergeBody(stored: unknown, body: RequestBody): unknown {
  const before = chosenBody(stored);
  const merged =
    body.kind === 'none'
      ? undefined
      : withKeys(isDocumentObject(before) ? before : {}, { type: body.kind, data: body.text }, order.body);
  if (!Array.isArray(stored) || merged === undefined) return merged;
  const chosen = stored.find((variant) => isDocumentObject(variant) && variant['body'] === before) as unknown;
  return stored.map((variant: unknown) =>
    variant === chosen && isDocumentObject(variant) ? withKeys(variant, { body: merged }, []) : variant,
  );
}

function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
