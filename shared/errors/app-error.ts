// The expected failures of Lodestone itself. A Magento 4xx or 5xx is never one of these: it is a response.
// An AppError crosses IPC whole, as its plain `data`, so the view can say what happened, why, and what to do.

/** Every expected failure, by the place that it comes from. */
export type ErrorCode =
  | 'network.unresolved' // the host name has no address
  | 'network.refused' // nothing listens there
  | 'network.unreachable'
  | 'network.reset' // the connection was cut before an answer
  | 'network.timeout'
  | 'network.tls' // the certificate or the TLS negotiation was refused
  | 'network.proxy'
  | 'network.protocol' // what came back is not HTTP
  | 'network.incomplete' // the answer's body broke off
  | 'network.redirects' // too many, or a loop
  | 'request.url' // the URL can't be used
  | 'request.header' // a header name or value can't be sent
  | 'request.body' // the body can't be read or encoded
  | 'request.variable' // a variable is unknown or refers to itself
  | 'request.masked' // the mask of the history stands where a secret was
  | 'request.unconfirmed' // a write to production that nobody agreed to
  | 'request.signature' // the request can't be signed under this profile
  | 'identity.unknown'
  | 'identity.credential' // a secret is missing or can't be opened
  | 'identity.refused' // the store refused the user name and password
  | 'identity.answer' // the token call answered something that is no token
  | 'environment.unknown'
  | 'environment.notMagento'
  | 'environment.probe' // what the store answers does not tell how it verifies
  | 'collection.invalid'
  | 'collection.conflict'
  | 'collection.missing'
  | 'collection.secret' // a secret would be written in clear
  | 'history.missing'
  | 'storage.damaged'
  | 'storage.newer' // written by a newer version of the app
  | 'storage.read'
  | 'storage.write'
  | 'sandbox.start'
  | 'input.invalid'; // a call's input does not have the promised shape

/** What a person needs to know of a failure. Plain data: the same in main, renderer, CLI and history. */
export interface ErrorData {
  readonly code: ErrorCode;
  /** What happened, one sentence. */
  readonly message: string;
  /** The likely cause, one sentence. */
  readonly cause: string;
  /** What to do next, one sentence in the imperative. */
  readonly nextStep: string;
  /** The particulars (host, port, file, variable …); never a secret. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

/** An expected failure, thrown inside one process and turned into its `data` at the border. */
export class AppError extends Error {
  readonly data: ErrorData;

  constructor(data: Omit<ErrorData, 'facts'> & { readonly facts?: ErrorData['facts'] }, options?: ErrorOptions) {
    super(data.message, options);
    this.name = 'AppError';
    this.data = { facts: {}, ...data };
  }
}

/** Thrown where the user or the caller stopped the work; not a failure and never reported as one. */
export class CancelledError extends Error {
  constructor(options?: ErrorOptions) {
    super('Cancelled', options);
    this.name = 'CancelledError';
  }
}
