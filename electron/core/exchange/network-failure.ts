// Node's error codes in the words of a person. The union of codes is closed: what is unknown is a connection that was cut.
import { splitUrl } from '#shared/domain/http/raw-url.ts';
import type { ErrorCode, ErrorData } from '#shared/errors/app-error.ts';

interface Sentences {
  readonly code: ErrorCode;
  readonly message: string;
  readonly cause: string;
  readonly nextStep: string;
}

const connectionCut: Sentences = {
  code: 'network.reset',
  message: 'The connection to {host} was cut before an answer came.',
  cause: 'The server or something in between (a proxy, a firewall, a crashed PHP process) closed it.',
  nextStep: 'Send again; if it happens every time, look into the logs of the web server.',
};

/** `{host}` stands for host and port. */
const byCode: Readonly<Record<string, Sentences>> = {
  ENOTFOUND: {
    code: 'network.unresolved',
    message: 'The host {host} has no address.',
    cause: 'The name is misspelt, or it is known only inside a network (VPN) that this computer is not in.',
    nextStep: 'Check the host in the base URL of the environment, and the network connection.',
  },
  EAI_AGAIN: {
    code: 'network.unresolved',
    message: 'The name server did not answer for {host}.',
    cause: 'This computer has no working network connection or name server at the moment.',
    nextStep: 'Check the network connection and send again.',
  },
  ECONNREFUSED: {
    code: 'network.refused',
    message: 'Nothing accepts connections at {host}.',
    cause: 'The web server is not running, or it listens on another port.',
    nextStep: 'Check the port in the base URL of the environment and that the server runs.',
  },
  EHOSTUNREACH: {
    code: 'network.unreachable',
    message: 'There is no way to {host}.',
    cause: 'A firewall, a missing VPN or the network connection keeps this computer from reaching it.',
    nextStep: 'Check the network connection, the VPN and the firewall.',
  },
  ETIMEDOUT: {
    code: 'network.timeout',
    message: 'No connection to {host} came about in time.',
    cause: 'A firewall drops the packets, or the host is down.',
    nextStep: 'Check that the host can be reached from this network.',
  },
  ECONNRESET: connectionCut,
  HPE_HEADER_OVERFLOW: {
    code: 'network.protocol',
    message: 'The headers of the answer from {host} are larger than 256 kB.',
    cause: 'The server sends headers without end, or what answers is no web server.',
    nextStep: 'Check the host and port, and the configuration of the server.',
  },
};

const notHttp: Sentences = {
  code: 'network.protocol',
  message: 'What came back from {host} is not HTTP.',
  cause: 'Something other than a web server listens on this port, or the port expects https instead of http.',
  nextStep: 'Check scheme and port of the base URL of the environment.',
};

const tlsReasons: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate is signed by itself.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate chain ends in an authority of its own that this computer does not know.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'The server does not send the intermediate certificate, or its authority is unknown.',
  UNABLE_TO_GET_ISSUER_CERT: 'The authority that issued the certificate is unknown.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'The authority that issued the certificate is unknown.',
  CERT_HAS_EXPIRED: 'The certificate has expired.',
  CERT_NOT_YET_VALID: 'The certificate is not valid yet, or the clock of this computer is wrong.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate was issued for another host name.',
};

const fill = (sentences: Sentences, host: string, facts: ErrorData['facts']): ErrorData => ({
  code: sentences.code,
  message: sentences.message.replace('{host}', host),
  cause: sentences.cause,
  nextStep: sentences.nextStep,
  facts,
});

const aliases: Readonly<Record<string, string>> = {
  ENODATA: 'ENOTFOUND',
  ENETUNREACH: 'EHOSTUNREACH',
  EHOSTDOWN: 'EHOSTUNREACH',
  ENETDOWN: 'EHOSTUNREACH',
  EADDRNOTAVAIL: 'EHOSTUNREACH',
  EPIPE: 'ECONNRESET',
  ECONNABORTED: 'ECONNRESET',
};

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  // Several addresses were tried (RFC 8305): the first tells enough.
  return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0]) : '';
}

/** What an error of Node's network code means for the user. Only host, port and code get into it. */
export function describeNetworkFailure(error: unknown, url: string): ErrorData {
  const { authority } = splitUrl(url);
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const code = codeOf(error);
  const facts = { host, reason: code };
  const known = byCode[aliases[code] ?? code];
  if (known) return fill(known, host, facts);
  if (code.startsWith('HPE_')) return fill(notHttp, host, facts);
  if (/^(?:EPROTO|ERR_SSL_)/.test(code)) {
    return fill(
      {
        code: 'network.tls',
        message: 'The secure connection to {host} could not be negotiated.',
        cause: 'The port does not speak TLS, or server and client share no TLS version.',
        nextStep: 'Check scheme and port of the base URL, and the TLS settings of the server.',
      },
      host,
      facts,
    );
  }
  const reason = tlsReasons[code];
  if (reason !== undefined || /^(?:CERT_|ERR_TLS_)/.test(code)) {
    return fill(
      {
        code: 'network.tls',
        message: 'The certificate of {host} was refused.',
        cause: reason ?? `The check of the certificate failed (${code}).`,
        nextStep:
          'Install a certificate that this computer trusts, or turn off the certificate check in the environment if the host is your own.',
      },
      host,
      facts,
    );
  }
  return fill(connectionCut, host, facts);
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
