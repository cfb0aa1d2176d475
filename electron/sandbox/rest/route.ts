import type { Caller } from '../access/caller.ts';
import type { SandboxContext } from '../sandbox-context.ts';
import type { SeedStore } from '../seed/seed.ts';
import type { Fields } from './arguments.ts';

/** One call of a service, authorised and with its arguments read. */
export interface Call extends SandboxContext {
  readonly caller: Caller;
  readonly input: Fields;
  /** The store view of the URL: the default one without a code, the admin's (id 0) for `all`. */
  readonly store: SeedStore;
  /** The time of the call as the database writes it. */
  readonly time: string;
}

/** A route that the sandbox serves. Its method and pattern are those of `facts/rest-routes.json`, which has its resource. */
export interface Route {
  readonly method: string;
  readonly pattern: string;
  /** Whether Magento opens a session for it, which shows in a cookie. */
  readonly startsSession?: true;
  /** Answers with plain data; throws a RestFault for anything but success. */
  handle(call: Call): unknown;
}
