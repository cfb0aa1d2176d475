import { findHeader, readBodyText, type Reply, type SandboxRequest } from '../message.ts';
import { errorPage } from '../pages.ts';
import { buildSessionHeaders, pageHeaders } from '../reply-headers.ts';
import { asFields, type Fields } from '../rest/arguments.ts';
import { parsePhpQuery } from '../rest/parse-php-query.ts';
import { renderJson } from '../rest/render-json.ts';
import { findDefaultStore } from '../rest/resolve-store.ts';
import type { SandboxContext } from '../sandbox-context.ts';
import type { SeedStore } from '../seed/seed.ts';
import { executeOperation } from './execute.ts';
import { GraphqlSyntaxError, parseDocument } from './parse-document.ts';

function readPayload(request: SandboxRequest): Fields | undefined {
  if (request.method === 'GET') return parsePhpQuery(request.query);
  try {
    return asFields(JSON.parse(readBodyText(request)));
  } catch {
    return undefined;
  }
}

/** The store view of the `Store` header; undefined for one that does not exist. */
function findStore(request: SandboxRequest, { state }: SandboxContext): SeedStore | undefined {
  const code = findHeader(request.headers, 'store');
  return code === undefined ? findDefaultStore(state.seed) : state.seed.stores.find((store) => store.code === code);
}

const inputError = (message: string): unknown => ({
  errors: [{ message, extensions: { category: 'graphql-input' } }],
});

function answer(
  request: SandboxRequest,
  payload: Fields,
  call: SandboxContext & { store: SeedStore },
): [number, unknown] {
  try {
    const operation = parseDocument(String(payload['query'] ?? ''), asFields(payload['variables']));
    if (operation.kind === 'mutation' && request.method === 'GET') {
      return [500, inputError('Mutation requests allowed only for POST requests')];
    }
    return [200, executeOperation(operation, { ...call, request })];
  } catch (error) {
    if (!(error instanceof GraphqlSyntaxError)) throw error;
    const { message, location } = error;
    return [500, { errors: [{ message, extensions: { category: 'graphql' }, locations: [location] }] }];
  }
}

/**
 * Answers `/graphql`: errors of fields come with 200; a syntax error, another content type than JSON and a mutation by
 * GET with 500; a body that is no JSON and an unknown store view with a 500 page.
 */
export function handleGraphql(request: SandboxRequest, context: SandboxContext): Reply {
  const store = findStore(request, context);
  const isPost = request.method !== 'GET';
  const contentType = findHeader(request.headers, 'content-type') ?? '';
  const reply = (status: number, value: unknown): Reply => ({
    status,
    headers: [
      ['Content-Type', 'application/json'],
      ...buildSessionHeaders(request, context).slice(0, 1),
      ...pageHeaders,
    ],
    body: renderJson(value),
  });
  if (isPost && !contentType.startsWith('application/json')) {
    return reply(500, inputError('Request content type must be application/json'));
  }
  const payload = readPayload(request);
  if (!store || !payload) return errorPage(context.state.nextReport());
  return reply(...answer(request, payload, { ...context, store }));
}
