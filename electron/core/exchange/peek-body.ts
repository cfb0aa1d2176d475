import { Readable } from 'node:stream';
import { decodeBody } from './decode-body.ts';
import type { WireResponse } from './transport.ts';

/** A fault is a few hundred bytes, with a trace some thousands; what is longer is not looked into further. */
const peekedBytes = 256 * 1024;

/** The start of an answer’s body as text, and the answer as if nothing had been read of it. */
export interface PeekedAnswer {
  readonly text: string;
  readonly answer: WireResponse;
}

/** Looks at the start of a body before it is known whether the body is wanted. What breaks off does so again for the reader. */
export async function peekBody(answer: WireResponse): Promise<PeekedAnswer> {
  const iterator = (answer.body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let sizeBytes = 0;
  let failure: Error | null = null;
  let isEnded = false;
  while (!isEnded && failure === null && sizeBytes < peekedBytes) {
    try {
      const next = await iterator.next();
      isEnded = next.done === true;
      if (next.done === true) break;
      parts.push(next.value);
      sizeBytes += next.value.length;
    } catch (error) {
      failure = error instanceof Error ? error : new Error('The body broke off', { cause: error });
    }
  }

  async function* readAgain(): AsyncGenerator<Uint8Array> {
    yield* parts;
    if (failure !== null) throw failure;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }

  const decoded: Uint8Array[] = [];
  for await (const part of decodeBody(Readable.from(parts), answer.head.headers, () => undefined)) decoded.push(part);
  const text = Buffer.concat(decoded).toString('utf8');
  const body = Readable.from(readAgain());
  body.once('close', () => answer.body.destroy());
  return { text, answer: { ...answer, body } };
}
