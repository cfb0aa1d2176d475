import type { SandboxState } from './data/sandbox-state.ts';
import type { VerificationContext } from './oauth/verify-signature.ts';

/** What one request is answered from. */
export interface SandboxContext {
  readonly state: SandboxState;
  readonly profile: VerificationContext['profile'];
  /** The server's clock in milliseconds when the request arrived. */
  readonly nowMs: number;
  /** Where the sandbox listens, without a slash at the end; `secureUrl` is `url` where it has no HTTPS. */
  readonly url: string;
  readonly secureUrl: string;
}
