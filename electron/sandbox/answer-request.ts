// The front door of the sandbox: which part of the imitated store answers. Knows nothing of sockets.
import { isConfigOn } from './data/sandbox-state.ts';
import { handleGraphql } from './graphql/handle-graphql.ts';
import type { Reply, SandboxRequest } from './message.ts';
import { badRequestPage, homePage, notFoundPage } from './pages.ts';
import { buildSessionHeaders, pageHeaders } from './reply-headers.ts';
import { handleRest } from './rest/handle-rest.ts';
import { renderJson } from './rest/render-json.ts';
import type { SandboxContext } from './sandbox-context.ts';

/** Takes `/index.php` and, where store codes stand in URLs, the store code off the path. Signatures keep both. */
function stripPrefix(path: string, { state }: SandboxContext): string {
  const inner = path.replace(/^\/index\.php(?=\/|$)/, '') || '/';
  if (!isConfigOn(state, 'web/url/use_store')) return inner;
  const code = /^\/([^/]+)(?=\/|$)/.exec(inner)?.[1];
  const isStore = state.seed.stores.some((store) => store.code === code);
  return isStore && code !== undefined ? inner.slice(code.length + 1) || '/' : inner;
}

function answerVersion(request: SandboxRequest, context: SandboxContext): Reply {
  const session = buildSessionHeaders(request, context).slice(0, 1);
  const headers = [['Content-Type', 'text/html; charset=UTF-8'] as const, ...session, ...pageHeaders];
  return { status: 200, headers, body: 'Magento/2.4 (Community)' };
}

function refuseUnserved(what: string): Reply {
  const message = `The sandbox does not serve ${what}. Magento has it, so send this request to a real store.`;
  return {
    status: 501,
    headers: [['Content-Type', 'application/json; charset=utf-8']],
    body: renderJson({ message }),
  };
}

/** Answers one request. */
export function answerRequest(request: SandboxRequest, context: SandboxContext): Reply {
  const authorizations = request.headers.filter(([name]) => name.toLowerCase() === 'authorization');
  if (authorizations.length > 1) return badRequestPage();
  const path = stripPrefix(request.path, context);
  const rest = /^\/rest(?=\/|$)(.*)$/s.exec(path);
  if (rest) return handleRest(request, rest[1] ?? '', context);
  if (/^\/graphql\/?$/.test(path)) return handleGraphql(request, context);
  if (/^\/magento_version\/?$/.test(path)) return answerVersion(request, context);
  if (path.startsWith('/oauth/token/')) return refuseUnserved('the OAuth handshake');
  if (path.startsWith('/soap')) return refuseUnserved('SOAP');
  return path === '/' ? homePage() : notFoundPage();
}
