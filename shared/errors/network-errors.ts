// The failures of a connection as Node, OpenSSL and the HTTP parser name them, in words that decide what to do. The table is
// closed: a code that stands in no row gets the sentence of its phase, never a bare code.
import type { ErrorCode, ErrorData } from './app-error.ts';

/** How far the request had come. */
export type NetworkPhase = 'lookup' | 'connect' | 'tls' | 'send' | 'wait' | 'receive';

/** What is known of a failed connection. `code` is empty where the error carries none. */
export interface NetworkFailure {
  readonly code: string;
  /** The error's own text; only read, never shown. */
  readonly message: string;
  readonly host: string;
  readonly port: number;
  readonly phase: NetworkPhase;
}

/** A row of the table; `{host}` and `{port}` are filled in. */
interface Sentences {
  readonly code: ErrorCode;
  readonly message: string;
  readonly cause: string;
  readonly nextStep: string;
}

const unknownHost: Sentences = {
  code: 'network.unresolved',
  message: 'The host {host} has no address.',
  cause: 'The name is misspelt, or only a private network or VPN knows it.',
  nextStep: 'Check the host in the base URL of the environment, and the connection to its network.',
};

const noNameServer: Sentences = {
  code: 'network.unresolved',
  message: 'No name server could be asked for the address of {host}.',
  cause: 'This computer has no working network connection or name server at the moment.',
  nextStep: 'Check the network connection and send again.',
};

const refused: Sentences = {
  code: 'network.refused',
  message: 'Nothing accepts connections at {host}, port {port}.',
  cause: 'The web server is not running, or it listens on another port.',
  nextStep: 'Check that the server runs, and the port in the base URL of the environment.',
};

const unreachable: Sentences = {
  code: 'network.unreachable',
  message: 'There is no way through the network to {host}.',
  cause: 'This computer is offline, a VPN is missing, or a firewall is in between.',
  nextStep: 'Check the network connection and the VPN, then send again.',
};

const silent: Sentences = {
  code: 'network.timeout',
  message: '{host} did not take the connection on port {port} in time.',
  cause: 'The host is down, or a firewall drops the packets without a word.',
  nextStep: 'Check that this network may reach the host and port.',
};

const reset: Sentences = {
  code: 'network.reset',
  message: 'The connection to {host} was cut before an answer came.',
  cause:
    'The web server, its PHP process or a proxy in between closed it, for example because it crashed or timed out.',
  nextStep: 'Send again; if it is cut each time, look into the error log of the web server.',
};

const brokenBody: Sentences = {
  code: 'network.incomplete',
  message: 'The answer of {host} broke off before its end.',
  cause: 'The connection was cut, or the server announced more than it sent.',
  nextStep:
    'Look at what arrived, then send again; if it breaks off each time, look into the error log of the web server.',
};

const notHttp: Sentences = {
  code: 'network.protocol',
  message: 'What came back from {host}, port {port}, is not HTTP.',
  cause: 'The port speaks https and was addressed with http, or something other than a web server listens there.',
  nextStep: 'Check the scheme and the port in the base URL of the environment.',
};

const notTls: Sentences = {
  code: 'network.tls',
  message: 'No secure connection could be negotiated with {host}, port {port}.',
  cause:
    'The port speaks plain http and was addressed with https, or the server knows no TLS version that is still in use.',
  nextStep: 'Check the scheme and the port in the base URL of the environment, and the TLS settings of the server.',
};

const tooManyHeaders: Sentences = {
  code: 'network.protocol',
  message: 'The headers of the answer of {host} are too large to be read.',
  cause: 'The server sets very many cookies or an endless header.',
  nextStep: 'Look at the headers with another tool, or at the configuration of the server.',
};

/** A refused certificate: what is wrong with it, and what helps. */
const certificate = (cause: string, nextStep: string): Sentences => ({
  code: 'network.tls',
  message: 'The certificate of {host} was refused.',
  cause,
  nextStep,
});

const trustIt =
  'Install a certificate that this computer trusts, or switch the certificate check of the environment off if the store is your own.';
const unknownAuthority = certificate(
  'The authority that issued the certificate is not known to this computer, or the server leaves out the certificate in between.',
  trustIt,
);
const selfSigned = certificate('The certificate is signed by itself, as is usual for a development store.', trustIt);
const expired = certificate('The certificate is past its last day.', 'Have the certificate of the server renewed.');

const sentencesByCode: Readonly<Record<string, Sentences>> = {
  ENOTFOUND: unknownHost,
  ENODATA: unknownHost,
  EAI_NONAME: unknownHost,
  EAI_NODATA: unknownHost,
  EAI_AGAIN: noNameServer,
  EAI_FAIL: noNameServer,
  ECONNREFUSED: refused,
  EHOSTUNREACH: unreachable,
  EHOSTDOWN: unreachable,
  ENETUNREACH: unreachable,
  ENETDOWN: unreachable,
  EADDRNOTAVAIL: unreachable,
  ETIMEDOUT: silent,
  ESOCKETTIMEDOUT: silent,
  UND_ERR_CONNECT_TIMEOUT: silent,
  ECONNRESET: reset,
  ECONNABORTED: reset,
  EPIPE: reset,
  UND_ERR_SOCKET: reset,
  ERR_STREAM_PREMATURE_CLOSE: brokenBody,
  ERR_CONTENT_LENGTH_MISMATCH: brokenBody,
  UND_ERR_BODY_TIMEOUT: brokenBody,
  HPE_INVALID_EOF_STATE: brokenBody,
  HPE_HEADER_OVERFLOW: tooManyHeaders,
  UND_ERR_HEADERS_OVERFLOW: tooManyHeaders,
  EPROTO: notTls,
  CERT_HAS_EXPIRED: expired,
  CERT_NOT_YET_VALID: certificate(
    'The certificate is not valid yet, or the clock of this computer is behind.',
    'Check the date and time of this computer, then the certificate of the server.',
  ),
  CERT_REVOKED: certificate(
    'The authority has revoked the certificate.',
    'Have a new certificate installed on the server.',
  ),
  DEPTH_ZERO_SELF_SIGNED_CERT: selfSigned,
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  ERR_TLS_CERT_ALTNAME_INVALID: certificate(
    'The certificate was issued for another host name.',
    'Use the host name that the certificate names, or have a certificate issued for {host}.',
  ),
};

/** Whole families of codes, asked after the table. */
const sentencesByFamily: readonly (readonly [RegExp, Sentences])[] = [
  [/^HPE_/, notHttp],
  [/^ERR_SSL_|^ERR_TLS_HANDSHAKE/, notTls],
  [/^CERT_|^UNABLE_TO_|^ERR_TLS_CERT/, certificate('The certificate did not pass the check.', trustIt)],
];

const sentencesByPhase: Readonly<Record<NetworkPhase, Sentences>> = {
  lookup: unknownHost,
  connect: unreachable,
  tls: notTls,
  send: reset,
  wait: reset,
  receive: brokenBody,
};

/** Says what a failed connection means: message, likely cause and next step, and host, port, code and phase as facts. */
export function networkError(failure: NetworkFailure): ErrorData {
  const { code, message, cause, nextStep } = findSentences(failure);
  const fill = (sentence: string): string =>
    sentence.replaceAll('{host}', failure.host).replaceAll('{port}', String(failure.port));
  return {
    code,
    message: fill(message),
    cause: fill(cause),
    nextStep: fill(nextStep),
    facts: { host: failure.host, port: failure.port, phase: failure.phase, reason: failure.code },
  };
}

function findSentences({ code, message, phase }: NetworkFailure): Sentences {
  const known = sentencesByCode[code] ?? sentencesByFamily.find(([family]) => family.test(code))?.[1];
  // Once the head has arrived, a cut connection is a body that broke off. Node reports the same code for both.
  if (phase === 'receive' && (known === reset || known === silent)) return brokenBody;
  // A proxy or old TLS library may put OpenSSL's reason into the text only.
  if (!known && /wrong version number|ssl routines|handshake failure/i.test(message)) return notTls;
  return known ?? sentencesByPhase[phase];
}
