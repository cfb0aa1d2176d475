// The secret parts of identities. They leave this file in two ways: to the pipeline, which sends with them, and one field
// at a time to the user who asked to see it. On disk they exist sealed or not at all: where the system has no key store
// they live in memory until the app closes.
import { identityKindFacts } from '#shared/domain/identity/identity-kinds.ts';
import type { Identity } from '#shared/domain/identity/identity.ts';
import type { Token, TokenStore } from '../auth/token-service.ts';
import type { JsonDocuments, SecretBox } from '../ports.ts';
import type { NoticeCollector } from '../storage/notice-collector.ts';
import { VersionedDocument } from '../storage/versioned-document.ts';
import { missingSecretError, unopenableSecretError } from './credential-errors.ts';
import { credentialsFormat, type SealedCredentials, type SealedIdentity } from './credentials-format.ts';
import type { SecretSource } from './secret-source.ts';

type Secrets = Readonly<Record<string, string>>;

export class CredentialService implements SecretSource {
  /** Tokens, kept as the secrets are. */
  readonly tokens: TokenStore = {
    read: (identityId) => this.#readToken(identityId),
    write: (identityId, token) => this.#writeToken(identityId, token),
  };
  readonly #document: VersionedDocument<SealedCredentials>;
  readonly #secretBox: SecretBox;
  /** What lives until the app closes, by identity id; it goes before what is on disk. */
  readonly #sessionSecrets = new Map<string, Secrets>();
  readonly #sessionTokens = new Map<string, Token>();

  constructor(deps: {
    readonly documents: JsonDocuments;
    readonly secretBox: SecretBox;
    readonly notices: NoticeCollector;
  }) {
    this.#document = new VersionedDocument(credentialsFormat, deps.documents.open('credentials'), deps.notices);
    this.#secretBox = deps.secretBox;
  }

  /** Every secret of an identity. Rejects with AppError `identity.credential` where one can't be opened any more. */
  async read(identity: Identity): Promise<Secrets> {
    const session = this.#sessionSecrets.get(identity.id) ?? {};
    const secrets: Record<string, string> = { ...session };
    for (const [field, sealed] of Object.entries(this.#sealed(identity.id).fields)) {
      if (!(field in session)) secrets[field] = await this.#open(identity, field, sealed);
    }
    return secrets;
  }

  /** One secret that the user asked to see. Rejects with AppError `identity.credential`. */
  async reveal(identity: Identity, field: string): Promise<string> {
    const session = this.#sessionSecrets.get(identity.id)?.[field];
    if (session !== undefined) return session;
    const sealed = this.#sealed(identity.id).fields[field];
    if (sealed === undefined) throw missingSecretError(identity, field);
    return this.#open(identity, field, sealed);
  }

  /** The names of the secrets that are there, in the order of the identity's form. */
  fieldNames(identity: Identity): string[] {
    const present = { ...this.#sealed(identity.id).fields, ...this.#sessionSecrets.get(identity.id) };
    return identityKindFacts[identity.kind].secrets.map(({ name }) => name).filter((name) => name in present);
  }

  /**
   * Keeps secrets: sealed where the system has a key store, otherwise until the app closes. An absent field stays as it
   * is, an empty one is removed. A token made with the secrets of before is forgotten.
   */
  async set(identityId: string, secrets: Secrets): Promise<void> {
    if (Object.keys(secrets).length === 0) return;
    if (!this.#secretBox.isPersistent) {
      this.setForSession(identityId, secrets);
      return;
    }
    const sealed: Record<string, string> = {};
    for (const [field, value] of Object.entries(secrets)) {
      if (value !== '') sealed[field] = await this.#secretBox.seal(value);
    }
    this.#changeSealed(identityId, ({ fields }) => ({
      fields: { ...omit(fields, Object.keys(secrets)), ...sealed },
      token: null,
    }));
    this.#replaceSession(identityId, omit(this.#sessionSecrets.get(identityId) ?? {}, Object.keys(secrets)));
  }

  /** Keeps secrets in memory only: those of the sandbox, which are made anew at each start. */
  setForSession(identityId: string, secrets: Secrets): void {
    const merged = { ...this.#sessionSecrets.get(identityId), ...secrets };
    const emptied = Object.keys(merged).filter((field) => merged[field] === '');
    this.#replaceSession(identityId, omit(merged, emptied));
  }

  /** Removes everything secret of these identities. Throws AppError `storage.write`. */
  remove(identityIds: readonly string[]): void {
    for (const identityId of identityIds) {
      this.#sessionSecrets.delete(identityId);
      this.#sessionTokens.delete(identityId);
    }
    this.#document.update((current) => {
      const isStored = identityIds.some((identityId) => identityId in current.identities);
      return isStored ? { ...current, identities: omit(current.identities, identityIds) } : current;
    });
  }

  async #readToken(identityId: string): Promise<Token | null> {
    const session = this.#sessionTokens.get(identityId);
    if (session) return session;
    const { token } = this.#sealed(identityId);
    if (!token) return null;
    try {
      const { sealed, expiresAt, issuer } = token;
      return { value: await this.#secretBox.open(sealed), expiresAt, issuer };
    } catch {
      // A token can be had again, so one that can't be opened is as good as none.
      return null;
    }
  }

  async #writeToken(identityId: string, token: Token | null): Promise<void> {
    const isSessionOnly = !this.#secretBox.isPersistent || this.#sessionSecrets.has(identityId);
    if (token && isSessionOnly) {
      this.#sessionTokens.set(identityId, token);
      return;
    }
    this.#sessionTokens.delete(identityId);
    const sealed = token && (await this.#sealToken(token));
    this.#changeSealed(identityId, (stored) => (stored.token || sealed ? { ...stored, token: sealed } : stored));
  }

  async #sealToken({ value, expiresAt, issuer }: Token): Promise<SealedIdentity['token']> {
    return { sealed: await this.#secretBox.seal(value), expiresAt, issuer };
  }

  #replaceSession(identityId: string, secrets: Secrets): void {
    if (Object.keys(secrets).length > 0) this.#sessionSecrets.set(identityId, secrets);
    else this.#sessionSecrets.delete(identityId);
    this.#sessionTokens.delete(identityId);
  }

  #sealed(identityId: string): SealedIdentity {
    return this.#document.read().identities[identityId] ?? nothingSealed;
  }

  #changeSealed(identityId: string, change: (stored: SealedIdentity) => SealedIdentity): void {
    this.#document.update((current) => {
      const stored = current.identities[identityId] ?? nothingSealed;
      const changed = change(stored);
      return changed === stored
        ? current
        : { ...current, identities: { ...current.identities, [identityId]: changed } };
    });
  }

  async #open(identity: Identity, field: string, sealed: string): Promise<string> {
    try {
      return await this.#secretBox.open(sealed);
    } catch (error) {
      throw unopenableSecretError(identity, field, error);
    }
  }
}

const nothingSealed: SealedIdentity = { fields: {}, token: null };

function omit<T>(record: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}
