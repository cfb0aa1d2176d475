// Recorded exchanges with a real Magento 2.4.4, in `tests/fixtures/magento`.
import { readFileSync } from 'node:fs';
import { type HeaderPair, headerValue } from '#shared/domain/http/headers.ts';

export interface Transcript {
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly HeaderPair[];
    readonly body: string | null;
  };
  readonly response: {
    readonly status: number;
    readonly reason: string;
    readonly headers: readonly HeaderPair[];
    readonly body: string;
  };
}

export function readTranscript(name: string): Transcript {
  const file = new URL(`../fixtures/magento/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Transcript;
}

/** The Content-Type of the recorded answer. */
export function contentTypeOf({ response }: Transcript): string {
  return headerValue(response.headers, 'Content-Type') ?? '';
}
