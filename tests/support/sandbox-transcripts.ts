// The exchanges of `tests/fixtures/sandbox`, recorded on a real Magento 2.4.4, and how to compare an answer with one.
import { readdirSync, readFileSync } from 'node:fs';
import { type Seed, seedSchema } from '#electron/sandbox/seed/seed.ts';

export interface Transcript {
  readonly name: string;
  readonly given?: Readonly<Record<string, unknown>>;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly (readonly [string, string])[];
    readonly body?: string | null;
  };
  readonly response: {
    readonly status: number;
    readonly headers: readonly (readonly [string, string])[];
    readonly body: string;
  };
}

const folder = new URL('../fixtures/sandbox/', import.meta.url);

/** What the recorded server held. */
export function readRecordedSeed(): Seed {
  return seedSchema.parse(JSON.parse(readFileSync(new URL('seed.json', folder), 'utf8')));
}

export function readTranscripts(): Transcript[] {
  const transcripts = new URL('transcripts/', folder);
  return readdirSync(transcripts)
    .sort()
    .map((file) => JSON.parse(readFileSync(new URL(file, transcripts), 'utf8')) as Transcript);
}

/** The server's clock when a transcript was recorded, in milliseconds. */
export function readRecordedTime({ response }: Transcript): number {
  const date = response.headers.find(([name]) => name === 'Date')?.[1];
  return Date.parse(date ?? '');
}

/** Keys and types of plain data. Members of a list count as one: the union of what they look like. */
export function describeShape(value: unknown): unknown {
  if (value === null) return 'null';
  if (Array.isArray(value)) {
    const shapes = new Set(value.map((member: unknown) => JSON.stringify(describeShape(member))));
    return { list: [...shapes].sort() };
  }
  if (typeof value !== 'object') return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, describeShape(member)]));
}
