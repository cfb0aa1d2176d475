// From Node's errors to what shared/errors says of them: the code, the host and how far the request had come.
import { splitUrl } from '#shared/domain/http/raw-url.ts';
import type { ErrorData } from '#shared/errors/app-error.ts';
import { networkError, type NetworkPhase } from '#shared/errors/network-errors.ts';
import type { TransportError } from './transport.ts';

/** What a request without an answer means for the user. Only host, port and code get into it. */
export function describeNetworkFailure({ cause, timings }: TransportError, url: string): ErrorData {
  const { scheme, authority } = splitUrl(url);
  const hostAndPort = authority.slice(authority.lastIndexOf('@') + 1);
  const port = /:(\d+)$/.exec(hostAndPort)?.[1];
  return networkError({
    code: codeOf(cause),
    message: cause instanceof Error ? cause.message : '',
    host: port === undefined ? hostAndPort : hostAndPort.slice(0, -port.length - 1),
    port: port === undefined ? (scheme === 'https' ? 443 : 80) : Number(port),
    phase: phaseOf(timings, scheme === 'https'),
  });
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  // Several addresses were tried (RFC 8305): the first tells enough.
  return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0]) : '';
}

/** The phase that had not ended when the request failed. */
function phaseOf(timings: TransportError['timings'], isSecure: boolean): NetworkPhase {
  if (timings.sendMs !== null) return 'wait';
  if (timings.isConnectionReused || timings.tlsMs !== null) return 'send';
  if (timings.connectMs === null) return 'connect';
  return isSecure ? 'tls' : 'send';
}

/** The whole exchange took longer than the request allows. */
export function describeTimeout(timeoutMs: number, url: string): ErrorData {
  const { authority } = splitUrl(url);
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return {
    code: 'network.timeout',
    message: `The answer${host === '' ? '' : ` of ${host}`} was not complete after ${timeoutMs} ms.`,
    cause: 'The store is slow, is busy with a long operation, or can’t be reached from this network.',
    nextStep: 'Send again, or raise the timeout of the request.',
    facts: { host, timeoutMs },
  };
}

/** The head arrived, the body did not arrive whole. */
export function describeIncompleteBody(reason: string, facts: ErrorData['facts']): ErrorData {
  return {
    code: 'network.incomplete',
    message: 'The body of the answer broke off.',
    cause: reason,
    nextStep: 'Look at what arrived, then send again; if it happens every time, look into the logs of the server.',
    facts,
  };
}
