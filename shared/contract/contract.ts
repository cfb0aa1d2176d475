// The one table of everything that a window may ask of main and main may tell a window. Types, the checks in main, the
// renderer's client, the preload's list of names and docs/ipc.md all come from it.
import type { z } from 'zod';
import { appContract } from './app.ts';
import { collectionsContract } from './collections.ts';
import type { Command, Query, Stream, Topic } from './define.ts';
import { environmentsContract } from './environments.ts';
import { exchangesContract } from './exchanges.ts';
import { sandboxContract } from './sandbox.ts';
import { signaturesContract } from './signatures.ts';

export const contract = {
  ...appContract,
  ...environmentsContract,
  ...collectionsContract,
  ...exchangesContract,
  ...sandboxContract,
  ...signaturesContract,
} as const;

export type Contract = typeof contract;

/** The names of the calls of a kind. */
type NameOf<K> = { [N in keyof Contract]: Contract[N] extends K ? N : never }[keyof Contract];
export type CallName = NameOf<Query | Command | Stream>;
export type StreamName = NameOf<Stream>;
export type TopicName = NameOf<Topic>;

type CallOf<N extends CallName> = Extract<Contract[N], Query | Command | Stream>;
/** What a caller passes; what has a default may be left out. */
export type InputOf<N extends CallName> = z.input<CallOf<N>['input']>;
/** What a handler gets: checked, defaults filled in. */
export type CheckedInputOf<N extends CallName> = z.output<CallOf<N>['input']>;
export type OutputOf<N extends CallName> = z.output<CallOf<N>['output']>;
export type EventOf<N extends StreamName> = z.output<Extract<Contract[N], Stream>['event']>;
export type PayloadOf<N extends TopicName> = z.output<Extract<Contract[N], Topic>['payload']>;
