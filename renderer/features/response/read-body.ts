// Gets a body's bytes: the first of them came with the events, the rest is read in parts.
import type { BodyFacts } from '#shared/domain/exchange/exchange.ts';
import type { Host } from '#renderer/host/host-client.ts';

const partBytes = 1_048_576;

interface ReadOptions {
  readonly exchangeId: string;
  readonly preview: readonly Uint8Array[];
  readonly sizeBytes: number;
  readonly signal: AbortSignal;
  readonly onProgress: (bytes: number) => void;
}

export async function readBody(host: Host, options: ReadOptions): Promise<Uint8Array> {
  const known = joinParts(options.preview);
  const body = new Uint8Array(Math.max(options.sizeBytes, known.byteLength));
  body.set(known);
  let offset = known.byteLength;
  while (offset < options.sizeBytes && !options.signal.aborted) {
    const input = { id: options.exchangeId, offset, length: partBytes };
    const { bytes } = await host.call('exchange.readBody', input, options.signal);
    if (bytes.byteLength === 0) break;
    body.set(bytes.subarray(0, body.byteLength - offset), offset);
    offset += bytes.byteLength;
    options.onProgress(offset);
  }
  return body.subarray(0, Math.min(offset, body.byteLength));
}

/** The parts in order as one. */
export function joinParts(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.byteLength;
  }
  return joined;
}

/** The bytes as text, in the charset that the answer names. */
export function decodeBody(bytes: Uint8Array, { contentType }: Pick<BodyFacts, 'contentType'>): string {
  const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** True for what no text view can show. */
export function isBinary(bytes: Uint8Array, contentType: string): boolean {
  if (/^(image\/(?!svg)|audio\/|video\/|font\/|application\/(pdf|zip|gzip|octet-stream))/i.test(contentType))
    return true;
  return bytes.subarray(0, 1024).includes(0);
}

/** The bytes as rows of sixteen, offset and characters beside them; the first `limit` bytes. */
export function formatHex(bytes: Uint8Array, limit = 65_536): string {
  const rows: string[] = [];
  for (let offset = 0; offset < Math.min(bytes.byteLength, limit); offset += 16) {
    const row = [...bytes.subarray(offset, offset + 16)];
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const characters = row.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '·')).join('');
    rows.push(`${offset.toString(16).padStart(8, '0')}  ${hex.padEnd(47)}  ${characters}`);
  }
  return rows.join('\n');
}
