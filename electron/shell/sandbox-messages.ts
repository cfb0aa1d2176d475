import type { SandboxFacts } from '#electron/core/environments/sandbox-environment.ts';

/** What the sandbox's process tells main, once. */
export type SandboxMessage =
  ({ readonly kind: 'ready' } & SandboxFacts) | { readonly kind: 'failed'; readonly message: string };
