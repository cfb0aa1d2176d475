import type { Identity } from '#shared/domain/identity/identity.ts';

/** Where the secrets of identities come from: the sealed store of the app, or a file and variables of the CLI. */
export interface SecretSource {
  /**
   * The secrets that are there, by field name; a missing one is simply absent, since only the caller knows what it needs.
   * Rejects with AppError `identity.credential` where one is stored and can't be opened.
   */
  read(identity: Identity): Promise<Readonly<Record<string, string>>>;
}
