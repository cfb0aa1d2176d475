// Tokens of customers and admins: obtained once, shared by all who wait, kept until shortly before they expire. A refused
// password is not tried again until it changes, because six failures lock an account for half an hour.
import { createHash } from 'node:crypto';
import type { Environment } from '#shared/domain/environment/environment.ts';
import type { Identity, IdentityState } from '#shared/domain/identity/identity.ts';
import { AppError, CancelledError } from '#shared/errors/app-error.ts';
import type { SecretSource } from '#electron/core/credentials/secret-source.ts';
import type { Transport } from '#electron/core/exchange/transport.ts';
import type { Clock } from '#electron/core/ports.ts';
import { readJwtExpiry } from './jwt-expiry.ts';
import { requestToken } from './request-token.ts';
import { requireSecret } from './require-secret.ts';

/** A bearer token of a customer or an admin. */
export interface Token {
  readonly value: string;
  /** Milliseconds since 1970; null where it never expires. */
  readonly expiresAt: number | null;
  /** The base URL that issued it: a token is never sent anywhere else. */
  readonly issuer: string;
}

/** Where tokens outlive the process, sealed; an implementation without a key store keeps them in memory. */
export interface TokenStore {
  read(identityId: string): Promise<Token | null>;
  /** Keeps a token whole, all three fields; null removes it. */
  write(identityId: string, token: Token | null): Promise<void>;
}

export interface TokenServiceDependencies {
  readonly clock: Clock;
  readonly secrets: SecretSource;
  readonly transport: Transport;
  readonly tokens: TokenStore;
}

/** How long releases before 2.4.4 let their opaque tokens live by default. */
const opaqueLifetimeMs = { admin: 4 * 3_600_000, customer: 3_600_000 } as const;
/** A token is renewed this long before it expires, so that it does not expire on its way. */
const renewalMarginMs = 30_000;
/** A refused token this close to its expiry may have expired by the store's clock. */
const doubtfulMs = 5 * 60_000;
/** A token younger than this was not refused for its age. */
const youngMs = 5_000;
/** A token that was good this short ago still is: between two calls of a person hardly any is revoked. */
const confirmedMs = 2 * 60_000;

interface Held {
  readonly token: Token;
  /** When this process obtained it; null for a token of an earlier session. */
  readonly obtainedAt: number | null;
  /** When the store last let it in, or issued it; null where neither happened in this process. */
  readonly confirmedAt: number | null;
  /** True once it was refused right after it had replaced another: its age is not the reason. */
  readonly isBlameless: boolean;
}

interface Refusal {
  readonly fingerprint: string;
  readonly error: AppError;
}

interface Flight {
  readonly key: string;
  readonly result: Promise<Token>;
  readonly controller: AbortController;
  waiting: number;
}

export class TokenService {
  readonly #dependencies: TokenServiceDependencies;
  /** By identity; null where it is known that there is no token, also not in the store. */
  readonly #held = new Map<string, Held | null>();
  readonly #refusals = new Map<string, Refusal>();
  readonly #flights = new Map<string, Flight>();
  readonly #listeners = new Set<(identityId: string) => void>();

  constructor(dependencies: TokenServiceDependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * The token of an identity, obtained where there is none. Throws `AppError` (`identity.*`, `network.*`), or
   * `CancelledError` when `signal` is aborted; the call itself ends only when nobody waits for it any more.
   */
  async obtain(environment: Environment, identity: Identity, signal: AbortSignal): Promise<Token> {
    const usable = await this.#findUsable(environment, identity.id);
    if (usable) return usable;
    if (signal.aborted) throw new CancelledError();
    return this.#join(this.#flightOf(environment, identity), signal);
  }

  /** Reads the tokens of earlier sessions, so that `state` knows them. */
  async load(identityIds: readonly string[]): Promise<void> {
    await Promise.all(identityIds.map((id) => this.#readStored(id)));
  }

  /** Drops the token and what is known of a refusal: the next `obtain` asks the store again. */
  forget(identityId: string): void {
    this.#refusals.delete(identityId);
    this.#drop(identityId);
  }

  /**
   * True where a 401 may come from the token itself: it is from an earlier session, its lifetime is only guessed, it expires
   * soon by our clock, or it may have been revoked since the store last let it in. A token that was just obtained, or that
   * was refused like the one before it, was refused for another reason: asking for a further one would not help.
   */
  isDoubtful(identityId: string): boolean {
    const held = this.#held.get(identityId);
    if (!held || held.isBlameless) return false;
    if (held.obtainedAt === null || held.confirmedAt === null) return true;
    const now = this.#dependencies.clock.now();
    if (now - held.obtainedAt < youngMs) return false;
    if (readJwtExpiry(held.token.value) === null || now - held.confirmedAt >= confirmedMs) return true;
    return held.token.expiresAt !== null && now > held.token.expiresAt - doubtfulMs;
  }

  /** The store let this token in. */
  confirm(identityId: string, token: Token): void {
    this.#change(identityId, token, { confirmedAt: this.#dependencies.clock.now() });
  }

  /** The store refused this token although it had just replaced another: it is not doubted again. */
  acquit(identityId: string, token: Token): void {
    this.#change(identityId, token, { isBlameless: true });
  }

  /** Drops a token that the store refused, unless it has been replaced meanwhile. */
  discard(identityId: string, token: Token): void {
    if (this.#held.get(identityId)?.token.value === token.value) this.#drop(identityId);
  }

  state(identityId: string): IdentityState['token'] {
    const refusal = this.#refusals.get(identityId);
    if (refusal) return { kind: 'refused', message: refusal.error.message };
    const token = this.#held.get(identityId)?.token;
    if (!token) return { kind: 'none' };
    if (token.expiresAt === null) return { kind: 'signedIn', expiresAt: null };
    const expiresAt = new Date(token.expiresAt).toISOString();
    return { kind: token.expiresAt > this.#dependencies.clock.now() ? 'signedIn' : 'expired', expiresAt };
  }

  /** Tells the id of each identity whose token changes. */
  onChange(listener: (identityId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async #findUsable(environment: Environment, identityId: string): Promise<Token | null> {
    if (!this.#held.has(identityId)) await this.#readStored(identityId);
    const token = this.#held.get(identityId)?.token;
    if (!token || token.issuer !== environment.baseUrl) return null;
    const isLive = token.expiresAt === null || token.expiresAt - renewalMarginMs > this.#dependencies.clock.now();
    return isLive ? token : null;
  }

  async #readStored(identityId: string): Promise<void> {
    const token = await this.#dependencies.tokens.read(identityId);
    if (!this.#held.has(identityId)) {
      const unknown = { obtainedAt: null, confirmedAt: null, isBlameless: false };
      this.#held.set(identityId, token && { token, ...unknown });
    }
  }

  #change(identityId: string, token: Token, change: Partial<Held>): void {
    const held = this.#held.get(identityId);
    if (held?.token.value === token.value) this.#held.set(identityId, { ...held, ...change });
  }

  #flightOf(environment: Environment, identity: Identity): Flight {
    const key = `${identity.id} ${environment.baseUrl}`;
    const current = this.#flights.get(key);
    if (current) return current;
    const controller = new AbortController();
    const result = this.#fetch(environment, identity, controller.signal);
    const flight: Flight = { key, result, controller, waiting: 0 };
    this.#flights.set(key, flight);
    return flight;
  }

  /** Waits for a flight until it lands or this one waiter gives up; the last one to give up ends it. */
  async #join(flight: Flight, signal: AbortSignal): Promise<Token> {
    flight.waiting += 1;
    let giveUp = (): void => undefined;
    const abandoned = new Promise<never>((_resolve, reject) => {
      giveUp = () => reject(new CancelledError());
      signal.addEventListener('abort', giveUp, { once: true });
    });
    try {
      return await Promise.race([flight.result, abandoned]);
    } finally {
      signal.removeEventListener('abort', giveUp);
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        if (this.#flights.get(flight.key) === flight) this.#flights.delete(flight.key);
        flight.controller.abort();
      }
    }
  }

  async #fetch(environment: Environment, identity: Identity, signal: AbortSignal): Promise<Token> {
    const { secrets, transport, clock, tokens } = this.#dependencies;
    const password = requireSecret(identity, await secrets.read(identity), 'password');
    const fingerprint = fingerprintOf([environment.baseUrl, identity.kind, identity.username, password]);
    const refusal = this.#refusals.get(identity.id);
    if (refusal?.fingerprint === fingerprint) throw refusal.error;
    try {
      const value = await requestToken(transport, { environment, identity, password }, signal);
      const obtainedAt = clock.now();
      const lifetimeMs = opaqueLifetimeMs[identity.kind === 'customer' ? 'customer' : 'admin'];
      const token = { value, expiresAt: readJwtExpiry(value) ?? obtainedAt + lifetimeMs, issuer: environment.baseUrl };
      this.#refusals.delete(identity.id);
      this.#held.set(identity.id, { token, obtainedAt, confirmedAt: obtainedAt, isBlameless: false });
      await tokens.write(identity.id, token);
      this.#tell(identity.id);
      return token;
    } catch (error) {
      if (error instanceof AppError && error.data.code === 'identity.refused') {
        this.#refusals.set(identity.id, { fingerprint, error });
        this.#tell(identity.id);
      }
      throw error;
    }
  }

  #drop(identityId: string): void {
    this.#held.set(identityId, null);
    this.#tell(identityId);
    // A store that can't be written still has a token that the next session will find refused, and renew.
    this.#dependencies.tokens.write(identityId, null).catch(() => undefined);
  }

  #tell(identityId: string): void {
    for (const listener of this.#listeners) listener(identityId);
  }
}

/** Tells whether the secrets changed, without keeping them. */
const fingerprintOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
