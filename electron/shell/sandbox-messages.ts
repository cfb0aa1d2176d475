import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import type { SandboxAccounts } from '#electron/sandbox/start-sandbox.ts';

/** What the sandbox's process tells main, once. */
export type SandboxMessage =
  | {
      readonly kind: 'ready';
      readonly url: string;
      readonly profile: ServerProfileId;
      readonly accounts: SandboxAccounts;
    }
  | { readonly kind: 'failed'; readonly message: string };
