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
import { findRoute } from './routes.ts';
import { type Renderer, selectRenderer } from './select-renderer.ts';

interface Outcome {
  readonly status: number;
  readonly value: unknown;
}

/** Whether the server opened a session on the way; written by the steps, read when the headers are made. */
interface SessionFlag {
  isOpen: boolean;
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

function authorise(fact: RouteFact, request: SandboxRequest, context: SandboxContext, session: SessionFlag): Caller {
  // An anonymous route asks for nobody, so a wrong signature goes unnoticed there, and its nonce stays unspent.
  if (fact.resource === 'anonymous') return { kind: 'guest' };
  // Checking a signature opens the session, also where the check throws.
  session.isOpen = true;
  const { caller, hasSession } = identifyCaller(request, context);
  session.isOpen = hasSession;
  if (isAllowed(caller, fact.resource)) return caller;
  throw refuseCaller("The consumer isn't authorized to access %resources.", { resources: fact.resource });
}

function callRoute(request: SandboxRequest, path: string, context: SandboxContext, session: SessionFlag): Outcome {
  const { state, nowMs } = context;
  const { store, path: versionedPath } = resolveStore(state.seed, path);
  checkVersionedPath(versionedPath, request.method);
  if (!methods.includes(request.method)) throw refuseInput('Request method is invalid.');
  const match = matchRoute(request.method, versionedPath);
  if (!match) throw new RestFault(404, { message: 'Request does not match any route.' });

  const caller = authorise(match.fact, request, context, session);
  const route = findRoute(match.fact);
  if (!route) throw refuseUnserved(`${match.fact.method} ${match.fact.pattern}`);
  const input = readInput(request, match.parameters);
  try {
    const value = route.handle({ ...context, caller, input, store, time: formatDatabaseTime(nowMs) });
    session.isOpen ||= route.startsSession === true;
    return { status: 200, value: filterFields(value, input['fields']) };
  } catch (error) {
    if (error instanceof RestFault && error.status === 401) session.isOpen ||= route.startsSession === true;
    throw error;
  }
}

function runCall(...[request, path, context, session]: Parameters<typeof callRoute>): Outcome | ApplicationFault {
  try {
    return callRoute(request, path, context, session);
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
  const session: SessionFlag = { isOpen: false };
  const outcome = runCall(request, path, context, session);
  if (outcome instanceof ApplicationFault) return plainFailure(outcome.message);
  return buildReply(outcome, renderer, session.isOpen ? buildSessionHeaders(request, context) : []);
}
