import { type Caller, isAllowed } from '../access/caller.ts';
import { identifyCaller } from '../access/identify-caller.ts';
import { formatDatabaseTime } from '../data/time.ts';
import { findHeader, type Reply, type SandboxRequest } from '../message.ts';
import { errorPage, plainFailure } from '../pages.ts';
import { buildSessionHeaders } from '../reply-headers.ts';
import type { SandboxContext } from '../sandbox-context.ts';
import { filterFields } from './filter-fields.ts';
import { matchRoute, type RouteFact } from './match-route.ts';
import { readInput } from './read-input.ts';
import { refusePath, resolveStore } from './resolve-store.ts';
import { ApplicationFault, refuseCaller, refuseInput, RestFault } from './rest-fault.ts';
import type { Call, Route } from './route.ts';
import { findRoute } from './routes.ts';
import { type Renderer, selectRenderer } from './select-renderer.ts';

interface Outcome {
  readonly status: number;
  readonly value: unknown;
}

/** A request on its way through the steps. */
interface Passage {
  readonly request: SandboxRequest;
  readonly context: SandboxContext;
  /** Whether the server opened a session so far; the headers are made from it. */
  hasSession: boolean;
}

const methods: readonly string[] = ['GET', 'POST', 'PUT', 'DELETE'];

function refuseUnserved(what: string): RestFault {
  return new RestFault(501, {
    message: 'The sandbox does not serve %route. Magento has it, so send this request to a real store.',
    parameters: { route: what },
  });
}

/** Asynchronous calls and the schema are known but not served; a GET is never asynchronous. */
function checkVersionedPath(path: string, method: string): void {
  if (/^\/V\d+/.test(path)) return;
  if (/^\/async(?:\/bulk)?\/V\d/.test(path) && method !== 'GET') throw refuseUnserved('asynchronous calls');
  if (/^\/(?:async\/)?schema$/.test(path)) throw refuseUnserved('the schema');
  throw refusePath();
}

function authorise(passage: Passage, { resource }: RouteFact): Caller {
  // An anonymous route asks for nobody, so a wrong signature goes unnoticed there, and its nonce stays unspent.
  if (resource === 'anonymous') return { kind: 'guest' };
  // Checking a signature opens the session, also where the check throws.
  passage.hasSession = true;
  const { caller, hasSession } = identifyCaller(passage.request, passage.context);
  passage.hasSession = hasSession;
  if (isAllowed(caller, resource)) return caller;
  throw refuseCaller("The consumer isn't authorized to access %resources.", { resources: resource });
}

function callService(passage: Passage, route: Route, call: Call): Outcome {
  try {
    const value = filterFields(route.handle(call), call.input['fields']);
    passage.hasSession ||= route.startsSession === true;
    return { status: 200, value };
  } catch (error) {
    if (error instanceof RestFault && error.status === 401) passage.hasSession ||= route.startsSession === true;
    throw error;
  }
}

function takeSteps(passage: Passage, path: string): Outcome {
  const { request, context } = passage;
  const { store, path: versionedPath } = resolveStore(context.state.seed, path);
  checkVersionedPath(versionedPath, request.method);
  if (!methods.includes(request.method)) throw refuseInput('Request method is invalid.');
  const match = matchRoute(request.method, versionedPath);
  if (!match) throw new RestFault(404, { message: 'Request does not match any route.' });
  const caller = authorise(passage, match.fact);
  const route = findRoute(match.fact);
  if (!route) throw refuseUnserved(`${match.fact.method} ${match.fact.pattern}`);
  const input = readInput(request, match.parameters);
  return callService(passage, route, { ...context, caller, input, store, time: formatDatabaseTime(context.nowMs) });
}

function settle(passage: Passage, path: string): Outcome | ApplicationFault {
  try {
    return takeSteps(passage, path);
  } catch (error) {
    if (error instanceof RestFault) return { status: error.status, value: error.body };
    if (error instanceof ApplicationFault) return error;
    throw error;
  }
}

function buildReply(outcome: Outcome, renderer: Renderer, sessionHeaders: Reply['headers']): Reply {
  return {
    status: outcome.status,
    headers: [
      ['Content-Type', renderer.contentType],
      ...sessionHeaders,
      ...(outcome.status < 300 ? [['X-Frame-Options', 'SAMEORIGIN'] as const] : []),
      ['Cache-Control', 'no-store'],
    ],
    body: renderer.render(outcome.value),
  };
}

/**
 * Answers a request below `/rest` in Magento's order: Accept, store code, method, route, caller, resource, body,
 * service. `path` is what follows `/rest`, as sent.
 */
export function handleRest(request: SandboxRequest, path: string, context: SandboxContext): Reply {
  const renderer = selectRenderer(findHeader(request.headers, 'accept'));
  if (!renderer) return errorPage(context.state.nextReport());
  const passage: Passage = { request, context, hasSession: false };
  const outcome = settle(passage, path);
  if (outcome instanceof ApplicationFault) return plainFailure(outcome.message);
  return buildReply(outcome, renderer, passage.hasSession ? buildSessionHeaders(request, context) : []);
}
