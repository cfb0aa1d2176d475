// Turns the bytes of the wire into the bytes that were meant, and never throws: what breaks is told through `report`, and
// everything that could be read before comes out, since half an answer often says what went wrong.
import { Readable, type Transform } from 'node:stream';
import zlib from 'node:zlib';
import { headerValues, type HeaderPair } from '#shared/domain/http/headers.ts';

/** Where a body stopped being readable: on the wire, or in a content coding. */
export interface BodyProblem {
  readonly kind: 'wire' | 'coding';
  readonly error: unknown;
}

type Report = (problem: BodyProblem) => void;
type Bytes = AsyncIterable<Uint8Array>;

/** The decoders of RFC 9110 §8.4.1; deflate stands apart, since servers send it with and without a zlib header. */
const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: () => zlib.createGunzip(),
  'x-gzip': () => zlib.createGunzip(),
  br: () => zlib.createBrotliDecompress(),
};

/** The codings of an answer in the order in which they were applied; a coding that is unknown here stops the decoding. */
function codingsOf(headers: readonly HeaderPair[]): string[] {
  return headerValues(headers, 'Content-Encoding')
    .flatMap((value) => value.split(','))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
}

/** Passes bytes on until the source fails, and then ends as if it were complete. */
async function* untilFailure(source: Bytes, report: (error: unknown) => void): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch (error) {
    report(error);
  }
}

async function* decodeDeflate(source: Bytes): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return;
  // RFC 1950: the low four bits of a zlib header are 8; a raw stream (RFC 1951) hardly ever starts so.
  const hasHeader = ((first.value[0] ?? 0) & 0x0f) === 8;
  async function* all(): AsyncGenerator<Uint8Array> {
    yield first.value as Uint8Array;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  yield* through(all(), hasHeader ? zlib.createInflate() : zlib.createInflateRaw());
}

function through(source: Bytes, decoder: Transform): Bytes {
  const input = Readable.from(source, { objectMode: false });
  input.once('error', (error) => decoder.destroy(error));
  decoder.once('close', () => input.destroy());
  return input.pipe(decoder);
}

/**
 * Undoes the content codings of an answer, streaming. Ends early, after reporting, where the wire or a coding breaks.
 * An unknown coding is left as it is.
 */
export async function* decodeBody(
  wire: Bytes,
  headers: readonly HeaderPair[],
  report: Report,
): AsyncGenerator<Uint8Array> {
  let bytes: Bytes = untilFailure(wire, (error) => report({ kind: 'wire', error }));
  for (const coding of codingsOf(headers).reverse()) {
    const create = decoders[coding];
    if (create === undefined && coding !== 'deflate') break;
    const decoded = create ? through(bytes, create()) : decodeDeflate(bytes);
    bytes = untilFailure(decoded, (error) => report({ kind: 'coding', error }));
  }
  yield* bytes;
}
