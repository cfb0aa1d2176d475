// What the steps of the pipeline hand on to each other. A step reads what earlier ones wrote and writes its own part;
// nothing in it is masked before the last steps.
import type { ExchangeEvent } from '#shared/domain/exchange/exchange-events.ts';
import type { ResponseHead, SentRequest, Timings } from '#shared/domain/exchange/exchange.ts';
import type { Explanation } from '#shared/domain/exchange/explanation.ts';
import type { Environment } from '#shared/domain/environment/environment.ts';
import type { Request } from '#shared/domain/http/request.ts';
import type { Identity } from '#shared/domain/identity/identity.ts';
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import type { SignatureTrace } from '#shared/domain/oauth1/signature-trace.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import type { Token, TokenService } from '#electron/core/auth/token-service.ts';
import type { SecretSource } from '#electron/core/credentials/secret-source.ts';
import type { Recorder } from '#electron/core/history/recorder.ts';
import type { Clock, Random } from '#electron/core/ports.ts';
import type { CollectedBody } from './body-sink.ts';
import type { Transport, WireResponse } from './transport.ts';

/** One request to send, and as whom. */
export interface ExchangeInput {
  readonly request: Request;
  readonly requestName: string;
  readonly environment: Environment;
  readonly identity: Identity;
  /** Hears every decoded byte of the answer as it arrives, uncovered; what it returns is awaited. */
  readonly onBody?: (part: Uint8Array) => void | Promise<void>;
}

export interface ExchangeDependencies {
  readonly transport: Transport;
  readonly tokens: TokenService;
  readonly secrets: SecretSource;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly random: Random;
  /** Where bodies above 1 MB are put while they arrive; made when it is missing. */
  readonly spillDirectory: string;
  /** Of the app, for the User-Agent. */
  readonly version: string;
}

/** A body ready to send; `contentType` is what is announced where the user says nothing. */
export interface EncodedBody {
  readonly contentType: string;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** One request line and what came of it; its timings are read when the body has arrived. */
export interface HopDraft {
  readonly request: Omit<SentRequest, 'bodySizeBytes'>;
  readonly response: ResponseHead | null;
  readonly timings: () => Timings;
}

export interface AttemptDraft {
  profile: ServerProfileId | null;
  signature: SignatureTrace | null;
  readonly hops: HopDraft[];
}

export interface ExchangeContext {
  readonly id: string;
  readonly input: ExchangeInput;
  readonly dependencies: ExchangeDependencies;
  /** Aborted with an `AppError` (the timeout) or a `CancelledError`. */
  readonly signal: AbortSignal;
  readonly emit: (event: ExchangeEvent) => void;
  /** The secrets of the identity; empty where `credentialProblem` says why they can't be opened. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly credentialProblem: AppError | null;
  /** The request with its variables replaced. */
  request: Request;
  url: string;
  body: EncodedBody | null;
  token: Token | null;
  /** The profile to sign under; the environment’s, unless the store refused that. */
  profile: ServerProfileId;
  /** The other profile, once the store accepted it. */
  suggestedProfile: ServerProfileId | null;
  /** Every token that this exchange used, to be covered in what is kept. */
  readonly usedTokens: Set<string>;
  readonly attempts: AttemptDraft[];
  /** The answer whose body is still to be read. */
  answer: WireResponse | null;
  received: CollectedBody | null;
  explanation: Explanation | null;
}

/** One step of the pipeline; throws `AppError` or `CancelledError` where the exchange can't go on. */
export type ExchangeStep = (context: ExchangeContext) => void | Promise<void>;
